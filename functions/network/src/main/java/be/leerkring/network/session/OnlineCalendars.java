package be.leerkring.network.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.language.Texts;
import java.net.URLEncoder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Puts one session into a calendar that is a site of its own, where a file is of no use: each address opens a form
 * there that is filled in. What changes later does not change there.
 */
public final class OnlineCalendars {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    private final Session session;
    private final String title;
    private final String page;

    /**
     * For this session in its reader's words.
     *
     * @param site the site's address, without a slash at the end
     */
    public OnlineCalendars(Session session, Texts texts, String site) {
        this.session = session;
        this.title = texts.text(session.title());
        this.page = site + session.path();
    }

    /** Google's. */
    public String google() {
        return "https://calendar.google.com/calendar/render?action=TEMPLATE"
                + field("text", title)
                + field("dates", BASIC.format(session.start()) + "/" + BASIC.format(session.end()))
                + field("location", session.venue().text())
                + field("details", page);
    }

    /** Outlook's for private accounts. */
    public String outlook() {
        return outlook("outlook.live.com");
    }

    /** The same for accounts of work and school. */
    public String office() {
        return outlook("outlook.office.com");
    }

    private String outlook(String host) {
        return "https://" + host + "/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
                + field("subject", title)
                + field("startdt", session.start().truncatedTo(ChronoUnit.SECONDS).toString())
                + field("enddt", session.end().truncatedTo(ChronoUnit.SECONDS).toString())
                + field("location", session.venue().text())
                + field("body", page);
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
