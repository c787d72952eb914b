package be.leerkring.local.browser;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.Arrival;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Registrations;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The session of 23 March 2017, three quarters of an hour before it starts, on a laptop with people and an organiser.
 */
final class DayAtTheDoor implements AutoCloseable {

    static final String SESSION = "industrie-circulair-2017-03";
    static final String PATH = "/organiser/sessions/" + SESSION;

    private static final LocalDateTime DOORS = LocalDateTime.of(2017, 3, 23, 12, 45);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("/organiser/sign-in/[^\\s/]+");

    private final Laptop laptop = Laptop.start(new Options(0, DOORS, Optional.empty()));

    Laptop laptop() {
        return laptop;
    }

    private Session session() {
        return laptop.context().getBean(Sessions.class).find(SESSION).orElseThrow();
    }

    /** Registers somebody, as if long ago; who has yet to confirm, an hour ago. */
    void register(String name, String organisation, RegistrationState state) {
        var address = new EmailAddress(address(name));
        var session = session();
        var written = laptop.context().getBean(Table.class).write(List.of(
                laptop.context().getBean(Registrations.class).record(
                        new Participant(
                                SESSION,
                                address.derive(SESSION),
                                name,
                                address,
                                organisation.toLowerCase(Locale.ROOT),
                                organisation,
                                Organisation.Kind.SPEARHEAD_CLUSTER,
                                "",
                                new Language("nl"),
                                state),
                        session,
                        state == RegistrationState.PENDING
                                ? laptop.context().getBean(Clock.class).instant().minus(Duration.ofHours(1))
                                : Instant.parse("2017-03-01T09:00:00Z"))));
        if (!(written instanceof WriteOutcome.Written)) {
            throw new IllegalStateException(name + " is registered already");
        }
    }

    static String address(String name) {
        return name.replaceAll("\\W", "").toLowerCase(Locale.ROOT) + "@example.org";
    }

    static String person(String name) {
        return new EmailAddress(address(name)).derive(SESSION);
    }

    /** Where everybody stands, by name. */
    Map<String, RegistrationState> states() {
        return laptop.context().getBean(Participants.class).of(SESSION)
                .collect(Collectors.toMap(Participant::name, Participant::state));
    }

    /** Signs the organiser in once more, after hours without a word; no mail tells of it. */
    void signInAnew(Page page) {
        var issued = laptop.context().getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        if (!(laptop.context().getBean(Table.class).write(List.of(issued.write())) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Signed in already");
        }
        page.context()
                .addCookies(List.of(new Cookie("__Host-desk", issued.token().text())
                        .setUrl(laptop.address().replace("http:", "https:"))
                        .setSecure(true)));
    }

    /** Signs the organiser in, by the link in the mail. */
    void signIn(Page page) {
        page.navigate(laptop.address() + "/organiser/sign-in");
        page.locator("#email").fill("organisator@example.org");
        Arrival.after(page, page.locator("main form button")::click);
        laptop.settle(PATIENCE);
        openSignIn(page);
        Arrival.after(page, page.locator("main form button")::click);
        page.waitForURL("**/organiser");
    }

    /** Opens the page behind the link that an organiser was mailed last. */
    void openSignIn(Page page) {
        var link = LINK.matcher(laptop.ses().mails().getLast().text());
        if (!link.find()) {
            throw new IllegalStateException("No link was mailed");
        }
        page.navigate(laptop.address() + link.group());
    }

    /** Opens a page of the session at the desk. */
    void open(Page page, String place) {
        page.navigate(laptop.address() + PATH + place);
    }

    @Override
    public void close() {
        laptop.close();
    }

    /** What stands in the session's log, the last first. */
    List<String> log() {
        return laptop().context().getBean(ChangeLog.class)
                .read(SESSION, Optional.empty())
                .entries()
                .stream()
                .map(LogEntry::what)
                .toList();
    }
}
