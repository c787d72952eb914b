package be.leerkring.organiser;

import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.text.TypedText;
import be.leerkring.platform.text.WebAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organisation as an organiser fills it in, or as a line of a file has it.
 *
 * @param kind its code
 * @param domains its mail domains, with spaces or commas between them
 * @param revision which this is to follow
 */
public record OrganisationForm(
        String name, String kind, String website, String contact, String email, String domains, long revision) {

    public static final int NAME = 150;
    public static final int WEBSITE = 200;
    public static final int CONTACT = 100;
    public static final int EMAIL = 254;
    public static final int DOMAINS = 500;

    private static final String WWW = "www.";
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    public static final List<String> FIELDS = List.of("name", "kind", "website", "contact", "email",
            "domains");

    public static final OrganisationForm EMPTY = new OrganisationForm("", "", "", "", "", "", 0);

    public static OrganisationForm of(Organisation organisation) {
        return new OrganisationForm(
                organisation.name(),
                organisation.kind().code(),
                organisation.website(),
                organisation.contact(),
                organisation.email(),
                organisation.domains().text(),
                organisation.revision());
    }

    public static OrganisationForm of(FormText text) {
        return new OrganisationForm(
                name(text.line("name")),
                text.line("kind"),
                website(text.line("website")),
                text.line("contact"),
                email(text.line("email")),
                domains(text.line("domains")),
                text.number("revision", 0));
    }

    /** A name with one space wherever there was any. */
    public static String name(String typed) {
        return SPACE.matcher(typed).replaceAll(" ");
    }

    /** An address as it is kept, where it can be one; as people write it, without its beginning, it gets one. */
    public static String website(String typed) {
        var whole = typed.regionMatches(true, 0, WWW, 0, WWW.length()) ? "https://" + typed : typed;
        return WebAddress.parse(whole).map(WebAddress::text).orElse(whole);
    }

    /** A mail address as it is kept, where it can be one. */
    public static String email(String typed) {
        return EmailAddress.parse(typed).map(EmailAddress::text).orElse(typed);
    }

    /** As they are kept, where they can be; what can't be, the reader is to see as it was typed. */
    private static String domains(String typed) {
        return typed.length() > DOMAINS ? typed : MailDomains.of(typed).map(MailDomains::text).orElse(typed);
    }

    /** The same, to follow another edition than the one that was read. */
    public OrganisationForm following(long other) {
        return new OrganisationForm(name, kind, website, contact, email, domains, other);
    }

    /** What is wrong by itself; an organisation can be made of one in which nothing is. */
    public FormErrors.Found check() {
        var found = new FormErrors.Found();
        found.field("name", name)
                .wrong(!TypedText.hasLetterOrDigit(name), "organisation.name.missing")
                .longest(NAME, "organisation.name.long")
                .line("organisation.name.characters");
        found.field("kind", kind).wrong(Organisation.Kind.find(kind).isEmpty(), "organisation.kind.missing");
        found.field("website", website)
                .longest(WEBSITE, "organisation.website.long")
                .line("organisation.website.characters")
                .wrong(() -> !website.isEmpty() && WebAddress.parse(website).isEmpty(), "organisation.website.wrong");
        found.field("contact", contact)
                .longest(CONTACT, "organisation.contact.long")
                .line("organisation.contact.characters")
                .wrong(!contact.isEmpty() && !TypedText.hasLetter(contact), "organisation.contact.characters");
        found.field("email", email)
                .longest(EMAIL, "organisation.email.long")
                .line("organisation.email.characters")
                .wrong(() -> !email.isEmpty() && EmailAddress.parse(email).isEmpty(), "organisation.email.wrong");
        found.field("domains", domains)
                .longest(DOMAINS, "organisation.domains.long")
                .line("organisation.domains.characters")
                .wrong(() -> MailDomains.of(domains).isEmpty(), "organisation.domains.wrong")
                .wrong(
                        () -> MailDomains.of(domains).filter(MailDomains::areAnybodys).isPresent(),
                        "organisation.domains.anybody")
                .wrong(
                        () -> MailDomains.of(domains).filter(MailDomains::areTooMany).isPresent(),
                        "organisation.domains.many");
        return found;
    }

    /** The domain that its website, or else its contact, has, where the form says none and that is nobody else's. */
    public Optional<String> suggestedDomain() {
        return domains.isEmpty() ? MailDomains.suggested(website, email) : Optional.empty();
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
                MailDomains.of(domains).orElseThrow(),
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
