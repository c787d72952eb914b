package be.leerkring.network.organisation;

import be.leerkring.platform.mail.EmailAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The domains at which an organisation's people have mail, as far as organisers know them.
 *
 * @param all in the form in which an address has its domain, none of them twice; empty where nobody knows any
 */
public record MailDomains(List<String> all) {

    public static final MailDomains NONE = new MailDomains(List.of());

    /** More can't be told of one organisation. */
    public static final int MOST = 10;

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    /** Where anybody can get an address, and where the customers of a Belgian or Dutch line have theirs. */
    private static final Set<String> ANYBODYS = Set.of(
            "gmail.com", "googlemail.com", "outlook.com", "outlook.be", "hotmail.com", "hotmail.be", "hotmail.nl",
            "hotmail.fr", "hotmail.co.uk", "live.com", "live.be", "live.nl", "msn.com", "yahoo.com", "yahoo.fr",
            "yahoo.co.uk", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com",
            "pm.me", "tutanota.com", "gmx.com", "gmx.net", "gmx.de", "web.de", "yandex.com",
            "zoho.com", "fastmail.com", "hey.com", "telenet.be", "skynet.be", "proximus.be", "scarlet.be",
            "belgacom.net", "pandora.be", "voo.be", "edpnet.be", "base.be", "orange.be", "ziggo.nl", "kpnmail.nl",
            "planet.nl", "xs4all.nl", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net");

    public MailDomains {
        all = List.copyOf(all);
    }

    /** The domains that somebody typed, with spaces, commas or semicolons between them; empty where one is none. */
    public static Optional<MailDomains> of(String typed) {
        var domains = new ArrayList<String>();
        for (var part : BETWEEN.split(typed, -1)) {
            if (!part.isEmpty()) {
                var domain = domain(part);
                if (domain.isEmpty()) {
                    return Optional.empty();
                }
                domains.add(domain.get());
            }
        }
        return Optional.of(new MailDomains(domains.stream().distinct().toList()));
    }

    /** As an address has it, whichever; people also type the sign before it. */
    private static Optional<String> domain(String typed) {
        return EmailAddress.parse("post@" + (typed.startsWith("@") ? typed.substring(1) : typed))
                .map(MailDomains::domain);
    }

    private static String domain(EmailAddress address) {
        return address.text().substring(address.text().lastIndexOf('@') + 1);
    }

    /** The domain of this website, or else of this address, where it isn't anybody's; either can be empty. */
    public static Optional<String> suggested(String website, String email) {
        return Stream.concat(host(website).stream(), EmailAddress.parse(email).map(MailDomains::domain).stream())
                .filter(domain -> !isAnybodys(domain))
                .findFirst();
    }

    private static Optional<String> host(String website) {
        try {
            return Optional.ofNullable(URI.create(website).getHost())
                    .map(host -> host.replaceFirst("^(?i)www\\.", ""))
                    .flatMap(MailDomains::domain);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isAnybodys(String domain) {
        return ANYBODYS.contains(domain);
    }

    /** Whether anybody can have an address at one of them, so that it tells nothing of who somebody is. */
    public boolean areAnybodys() {
        return all.stream().anyMatch(MailDomains::isAnybodys);
    }

    /** Whether there are more than can be told of one organisation. */
    public boolean areTooMany() {
        return all.size() > MOST;
    }

    /** Whether this address can be that of somebody who works there: at a domain below one of these, too. */
    public boolean fit(EmailAddress address) {
        var domain = domain(address);
        return all.isEmpty() || all.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
    }

    /** These and the others, as far as there is room. */
    public MailDomains and(MailDomains others) {
        return new MailDomains(
                Stream.concat(all.stream(), others.all.stream()).distinct().limit(MOST).toList());
    }

    /** As an organiser types them. */
    public String text() {
        return String.join(", ", all);
    }
}
