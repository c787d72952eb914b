package be.leerkring.local.year;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.feedback.FeedbackLink;
import be.leerkring.local.QuietSite;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.Registrations;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A random year of the whole site, and the journal of somebody who stands beside it all. */
final class LivedYear implements AutoCloseable {

    static final int YEAR = 2016;

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int SESSIONS = 12;
    private static final int SEATS = 60;
    private static final List<RegistrationState> STATES = List.of(
            RegistrationState.ATTENDED, RegistrationState.ATTENDED, RegistrationState.ATTENDED,
            RegistrationState.ATTENDED, RegistrationState.CONFIRMED, RegistrationState.CANCELLED,
            RegistrationState.WAITING, RegistrationState.PENDING);

    /**
     * Somebody at a session.
     *
     * @param useful the mark that they gave; 0 for none
     */
    record Entry(Participant who, RegistrationState state, int useful) {}

    private final QuietSite site = new QuietSite(Instant.parse("2016-01-04T08:00:00Z"));
    private final List<Organisation> organisations = IntStream.range(0, 20)
            .mapToObj(number -> new Organisation(
                    "org-" + number, "Organisatie " + number, Kind.values()[number % Kind.values().length], false))
            .toList();
    private final List<Session> sessions = new ArrayList<>();
    private final List<Entry> journal = new ArrayList<>();
    private final Random random;

    LivedYear(Random random) {
        this.random = random;
        site.write(site.get(Organisations.class).putFirst(organisations));
        for (int number = 0; number < SESSIONS; number++) {
            hold(number);
        }
    }

    List<Entry> journal() {
        return journal;
    }

    /** The door marks who is there, at least one; the next morning an organiser presses the button. */
    private void hold(int number) {
        var start = LocalDate.of(YEAR, 1 + number, 1 + random.nextInt(25)).atTime(13, 30).atZone(BRUSSELS).toInstant();
        var session = session(number, start);
        sessions.add(session);
        site.write(
                site.get(Sessions.class).put(session),
                site.get(SeatCounts.class).open(session, SEATS + number, 0));
        var chance = random.nextInt(6) == 0 ? 8 : 2;
        for (int person = 0; person < 40; person++) {
            if (person == 0 || random.nextInt(chance) == 0) {
                register(session, person);
            }
        }
        site.clock().moveTo(session.end().plus(Duration.ofHours(14)));
        close(session);
        journal.stream()
                .filter(entry -> entry.who().session().equals(session.id()) && entry.useful() > 0)
                .forEach(entry -> answer(session, entry));
    }

    private void register(Session session, int person) {
        var state = person == 0 ? RegistrationState.ATTENDED : STATES.get(random.nextInt(STATES.size()));
        var address = new EmailAddress("iemand." + person + "@example.org");
        var listed = person < organisations.size();
        var organisation = organisations.get(person % organisations.size());
        var participant = new Participant(
                session.id(),
                address.derive(session.id()),
                "Iemand " + person,
                address,
                listed ? organisation.id() : "",
                listed ? organisation.name() : "Buiten de lijst " + person % 4,
                listed ? organisation.kind() : Kind.OTHER,
                "",
                new Language("nl"),
                state)
                .known(address.derive(session.id()), address.derive("network"));
        site.write(site.get(Registrations.class).record(
                participant, session, session.start().minus(Duration.ofDays(9))));
        var answers = state == RegistrationState.ATTENDED && random.nextInt(3) > 0;
        journal.add(new Entry(participant, state, answers ? 1 + random.nextInt(5) : 0));
    }

    private void close(Session session) {
        var path = session.deskPath() + "/close";
        var desk = desk();
        var page = site.site().send("GET", path, desk, "").body();
        var seen = page.replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        var closed = site.site().send("POST", path, desk, "seen=" + seen);
        if (closed.status() != 303) {
            throw new IllegalStateException(closed.status() + ": " + closed.text());
        }
    }

    private void answer(Session session, Entry entry) {
        var link = site.get(Links.class).issue(
                FeedbackLink.PURPOSE,
                new FeedbackLink(session.id(), entry.who().kind(), new Language("nl")).subject(),
                session.end().plus(FeedbackLink.ANSWERABLE));
        site.write(link.write());
        post("/feedback/" + link.token().text(), "usefulness=" + entry.useful() + "&attribution=none");
    }

    private Answer post(String path, String body) {
        return site.site().send(
                "POST", path, Map.of("content-type", "application/x-www-form-urlencoded"), body);
    }

    /** Half of those who ever registered erase all that is kept about them. */
    void eraseHalf() {
        for (var entry : journal) {
            if (entry.who().email().text().hashCode() % 2 == 0 && entry.state() != RegistrationState.PENDING) {
                var link = site.get(Links.class).issue(
                        OwnLink.PURPOSE,
                        entry.who().subject(),
                        site.clock().instant().plus(Duration.ofDays(1)));
                site.write(link.write());
                var erased = post(OwnLink.path(link.token()) + "/data/erase", "");
                if (erased.status() != 200) {
                    throw new IllegalStateException(erased.status() + ": " + erased.text());
                }
            }
        }
    }

    /** Years later, when DynamoDB has deleted whatever has an end. How many items that were. */
    int expire() {
        site.clock().moveTo(Instant.parse("2021-01-04T08:00:00Z"));
        var client = site.database().client();
        var ended = client.scanPaginator(scan -> scan.tableName(QuietSite.TABLE)).items().stream()
                .filter(item -> item.containsKey("expires"))
                .map(item -> Map.of("pk", item.get("pk"), "sk", item.get("sk")))
                .toList();
        ended.forEach(key -> client.deleteItem(delete -> delete.tableName(QuietSite.TABLE).key(key)));
        return ended.size();
    }

    /** The report's file, as an organiser takes it along. */
    String report() {
        return site.site().send("GET", "/organiser/report/" + YEAR + "/report.json", desk(), "").body();
    }

    /** What an organiser's browser sends who has just signed in. */
    private Map<String, String> desk() {
        var issued = site.get(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        site.write(issued.write());
        return Map.of(
                "content-type", "application/x-www-form-urlencoded",
                "cookie", "__Host-desk=" + issued.token().text());
    }

    private static Session session(int number, Instant start) {
        return new Session(
                "sessie-" + number,
                new LocalizedText(Map.of("nl", "Sessie " + number)),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(start.minus(Duration.ofDays(60))));
    }

    @Override
    public void close() {
        site.close();
    }
}
