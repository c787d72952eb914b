package be.leerkring.local.start;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.feedback.FeedbackLink;
import be.leerkring.feedback.FollowUpLink;
import be.leerkring.local.ClosedSession;
import be.leerkring.local.ComingSession;
import be.leerkring.local.QuietSite;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registrations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A session to come and one that is over, with people at both and the links that these were mailed. */
final class World implements AutoCloseable {

    /** So many times each request can be made anew, each time of somebody else. */
    static final int PEOPLE = 20;

    private static final Duration LATER = Duration.ofDays(30);

    private final QuietSite site;
    private final Session coming;
    private final Session over;
    private final List<Person> people = new ArrayList<>();
    private final String cookie;

    /** The links of one person, each at a registration of its own. */
    record Person(String confirm, String own, String leaving, String feedback, String followUp, String contacts) {}

    World() {
        this(Instant.now());
    }

    World(Instant now) {
        site = new QuietSite(now);
        coming = ComingSession.publish(site.database().client(), QuietSite.TABLE, site.clock());
        over = new Session(
                "voorbij", coming.title(), coming.summary(), site.clock().instant().minus(Duration.ofDays(90)),
                site.clock().instant().minus(Duration.ofDays(90)).plus(3, ChronoUnit.HOURS), coming.venue(),
                coming.audience(), coming.themes(), coming.programme(), coming.assumed(), coming.admission(),
                coming.edition());
        site.write(site.get(Sessions.class).put(over), site.get(SeatCounts.class).open(over, 100, 0));
        site.write(ClosedSession.write(site, over, Map.of(Organisation.Kind.OTHER, new Heads(PEOPLE, 2, 1, 0))));
        for (int number = 0; number < PEOPLE; number++) {
            people.add(new Person(
                    link(Destinations.CONFIRM, register(coming, RegistrationState.PENDING)),
                    link(OwnLink.PURPOSE, register(coming, RegistrationState.CONFIRMED)),
                    link(OwnLink.PURPOSE, register(coming, RegistrationState.CONFIRMED)),
                    link(FeedbackLink.PURPOSE, new FeedbackLink(
                            over.id(), Organisation.Kind.OTHER, new Language("nl")).subject()),
                    link(FollowUpLink.PURPOSE, register(over, RegistrationState.CONFIRMED)),
                    link(OwnLink.PURPOSE, register(over, RegistrationState.CONFIRMED))));
        }
        var issued = site.get(SignIns.class).issue("organiser", new Organiser("organisator@example.org"));
        site.write(issued.write());
        cookie = "__Host-desk=" + issued.token().text();
    }

    private String register(Session session, RegistrationState state) {
        var person = PersonKey.fresh(session.id());
        site.write(site.get(Registrations.class).record(
                new Participant(
                        session.id(), person.person(), "An Peeters",
                        new EmailAddress("an." + person.person().toLowerCase(Locale.ROOT) + "@example.org"),
                        "vil", "VIL", Organisation.Kind.SPEARHEAD_CLUSTER, "", new Language("nl"), state),
                session, site.clock().instant().minus(Duration.ofHours(1))));
        return person.subject();
    }

    private String link(String purpose, String subject) {
        var link = site.get(Links.class).issue(purpose, subject, site.clock().instant().plus(LATER));
        site.write(link.write());
        return link.token().text();
    }

    QuietSite site() {
        return site;
    }

    Person person(int number) {
        return people.get(number);
    }

    Session coming() {
        return coming;
    }

    Session over() {
        return over;
    }

    /** An organiser's, who is signed in. */
    Map<String, String> cookie() {
        return Map.of("cookie", cookie);
    }

    @Override
    public void close() {
        site.close();
    }
}
