package be.leerkring.organiser;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An organisation as an organiser fills it in, or as a line of a file has it.
 *
 * @param kind its code
 * @param revision which this is to follow
 */
public record OrganisationForm(String name, String kind, String website, String contact, String email, long revision) {

    public static final int NAME = 150;
    public static final int WEBSITE = 200;
    public static final int CONTACT = 100;
    public static final int EMAIL = 254;

    public static final List<String> FIELDS = List.of("name", "kind", "website", "contact", "email");

    public static final OrganisationForm EMPTY = new OrganisationForm("", "", "", "", "", 0);

    private static final String TEXTS = "organisation.";

    public static OrganisationForm of(Organisation organisation) {
        return new OrganisationForm(
                organisation.name(),
                organisation.kind().code(),
                organisation.website(),
                organisation.contact(),
                organisation.email(),
                organisation.revision());
    }

    public static OrganisationForm of(Map<String, Object> body) {
        var text = new FormText(body);
        var revision = text.line("revision");
        return new OrganisationForm(
                text.line("name").replaceAll("\\s+", " "),
                text.line("kind"),
                website(text.line("website")),
                text.line("contact"),
                text.line("email").toLowerCase(Locale.ROOT),
                revision.matches("\\d{1,9}") ? Long.parseLong(revision) : 0);
    }

    /** An address as people write it, without its beginning, gets one. */
    public static String website(String typed) {
        return typed.toLowerCase(Locale.ROOT).startsWith("www.") ? "https://" + typed : typed;
    }

    /** The same, to follow another edition than the one that was read. */
    public OrganisationForm following(long other) {
        return new OrganisationForm(name, kind, website, contact, email, other);
    }

    /** What is wrong by itself; an organisation can be made of one in which nothing is. */
    public FormErrors.Found check() {
        var found = new FormErrors.Found();
        if (name.chars().noneMatch(Character::isLetterOrDigit)) {
            found.add("name", TEXTS + "name.missing");
        }
        check("name", name, NAME, found);
        if (Organisation.Kind.find(kind).isEmpty()) {
            found.add("kind", TEXTS + "kind.missing");
        }
        check("website", website, WEBSITE, found);
        if (!website.isEmpty() && !isWebsite(website)) {
            found.add("website", TEXTS + "website.wrong");
        }
        check("contact", contact, CONTACT, found);
        check("email", email, EMAIL, found);
        if (!email.isEmpty() && EmailAddress.parse(email).isEmpty()) {
            found.add("email", TEXTS + "email.wrong");
        }
        return found;
    }

    private static void check(String field, String text, int longest, FormErrors.Found found) {
        if (text.length() > longest) {
            found.add(field, TEXTS + field + ".long");
        } else if (!text.matches(FormText.LINE)) {
            found.add(field, TEXTS + field + ".characters");
        }
    }

    private static boolean isWebsite(String text) {
        try {
            var address = new URI(text);
            return List.of("http", "https").contains(
                    Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT))
                    && address.getUserInfo() == null
                    && Optional.ofNullable(address.getHost()).filter(host -> host.contains(".")).isPresent();
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    /** The organisation with this form's contents: a new name is a real one, and the old one is remembered. */
    public Organisation on(Organisation before) {
        var same = before.name().equals(name);
        return new Organisation(
                before.id(),
                name,
                Organisation.Kind.find(kind).orElseThrow(),
                before.placeholder() && same,
                website,
                contact,
                email,
                before.formerIds(),
                same || before.placeholder()
                        ? before.formerNames()
                        : FormerNames.of(name, List.of(before.name()), before.formerNames()),
                before.revision() + 1);
    }

    /** A new organisation with this form's contents. */
    public Organisation asNew(String id) {
        return on(new Organisation(id, name, Organisation.Kind.OTHER, false));
    }
}
