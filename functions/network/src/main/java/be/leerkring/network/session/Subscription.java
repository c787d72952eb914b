package be.leerkring.network.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * A feed of sessions that calendars subscribe to: they fetch it themselves, again and again, so that what changes there
 * changes in them.
 *
 * @param site the site's address, without a slash at the end
 * @param path the feed's, from the site's root
 * @param name what the calendar is called
 */
public record Subscription(String site, String path, String name) {

    /** The address to copy, for programs that ask for one. */
    public String address() {
        return site + path;
    }

    /** Opens the calendar of a phone or a computer, which then asks whether to subscribe. */
    public String webcal() {
        return "webcal" + address().substring(address().indexOf("://"));
    }

    /** The page of Google's calendar that asks the same. */
    public String google() {
        return "https://calendar.google.com/calendar/render?cid=" + encoded(webcal());
    }

    /** The page of Outlook that does, for private accounts. */
    public String outlook() {
        return outlook("outlook.live.com");
    }

    /** The same for accounts of work and school. */
    public String office() {
        return outlook("outlook.office.com");
    }

    private String outlook(String host) {
        return "https://" + host + "/calendar/0/addfromweb?url=" + encoded(address()) + "&name=" + encoded(name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
