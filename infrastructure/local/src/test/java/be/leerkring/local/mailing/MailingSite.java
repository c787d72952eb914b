package be.leerkring.local.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.MovableClock;
import be.leerkring.feedback.ask.AskingLater;
import be.leerkring.feedback.ask.FeedbackRequestSchedule;
import be.leerkring.local.ClosedSession;
import be.leerkring.local.QuietSite;
import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.time.WorkingHours;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.events.RegistrationSchedule;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.registration.messages.SendingMessages;
import be.leerkring.speeddating.announcement.SpeedDatingSchedule;
import be.leerkring.speeddating.contacts.ContactSchedule;
import be.leerkring.testing.StreamEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All beans, and each of the mailings to many people at the moment at which it begins. */
public final class MailingSite implements AutoCloseable {

    static final int PEOPLE = 4;
    private static final Organiser ORGANISER = new Organiser("organisator@example.org");

    private static final Instant START = Instant.parse("2017-02-16T08:00:00Z");

    private final QuietSite quiet = new QuietSite(START);
    final MovableClock clock = quiet.clock();
    private int runs;

    @Override
    public void close() {
        quiet.close();
    }

    /** What mails many people, by the purpose of its mails. */
    public enum Kind {
        MESSAGE("message"),
        NEWS("moved"),
        REMINDER("reminder-day"),
        SPEED_DATES("speed-dates"),
        FEEDBACK("feedback"),
        FOLLOW_UP("follow-up"),
        CONTACTS("contacts");

        private final String purpose;

        Kind(String purpose) {
            this.purpose = purpose;
        }
    }

    /**
     * One of them, begun.
     *
     * @param first what does it
     * @param again what takes it up where that was cut off
     */
    public record Begun(Session session, List<Participant> people, Runnable first, Runnable again) {}

    /** Publishes a session that people come to, up to the moment at which they are to be mailed. */
    public Begun begin(Kind kind) {
        runs++;
        clock.moveTo(START.plus(Duration.ofDays(7L * 18 * runs)));
        var start = clock.instant().plus(Duration.ofDays(14)).plus(Duration.ofHours(5));
        var session = new Session(
                "run-" + runs,
                new LocalizedText(Map.of("nl", "Samen leren")),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Zaal", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(clock.instant().minus(Duration.ofDays(3))));
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(session, PEOPLE, 0));
        var people = IntStream.range(0, PEOPLE).mapToObj(number -> participant(session, number)).toList();
        people.forEach(one -> write(
                get(Registrations.class).record(one, session, clock.instant().minus(Duration.ofDays(2)))));
        return begin(kind, session, people);
    }

    private static Participant participant(Session session, int number) {
        var address = new EmailAddress("lezer-" + number + "@example.org");
        return new Participant(
                session.id(), address.derive(session.id()), "Lezer " + number, address, "", "Cluster " + number,
                Organisation.Kind.OTHER, "", new Language("nl"), RegistrationState.CONFIRMED);
    }

    private Begun begin(Kind kind, Session session, List<Participant> people) {
        var hours = get(WorkingHours.class);
        return switch (kind) {
            case MESSAGE -> {
                var number = clock.millis();
                get(SendingMessages.class).send(session, new MessageGroup("confirmed"), words(), number, ORGANISER);
                yield new Begun(session, people, () -> stream(session, "MESSAGE#" + number), this::registrations);
            }
            case NEWS -> {
                var later = Duration.ofDays(7);
                write(get(Sessions.class).put(session.moved(
                        session.start().plus(later), session.end().plus(later), session.venue(), clock.instant())));
                yield new Begun(
                        session, people, () -> stream(session, "#SESSION"), () -> stream(session, "#SESSION"));
            }
            case REMINDER -> {
                clock.moveTo(hours.morningOf(hours.day(session.start()).minusDays(1)));
                yield new Begun(session, people, this::registrations, this::registrations);
            }
            case SPEED_DATES -> {
                announceSpeedDates(session);
                Runnable schedule = () -> new SpeedDatingSchedule(quiet.context()).handleRequest(Map.of(), null);
                yield new Begun(session, people, schedule, schedule);
            }
            case FEEDBACK -> {
                clock.moveTo(hours.morningAfter(session.end()));
                write(ClosedSession.write(quiet, session));
                Runnable schedule = () -> new FeedbackRequestSchedule(quiet.context()).handleRequest(Map.of(), null);
                yield new Begun(session, people, schedule, schedule);
            }
            case FOLLOW_UP -> {
                clock.moveTo(get(AskingLater.class).askedAt(session));
                Runnable schedule = () -> new FeedbackRequestSchedule(quiet.context()).handleRequest(Map.of(), null);
                yield new Begun(session, people, schedule, schedule);
            }
            case CONTACTS -> {
                clock.moveTo(hours.morningAfter(session.end()).plus(Duration.ofHours(3)));
                var meetings = List.of(
                        new Meeting(people.get(0), people.get(1)), new Meeting(people.get(2), people.get(3)));
                write(get(MeetingMemory.class).remember(session, meetings, List.of()).toArray(Write[]::new));
                Runnable schedule = () -> new ContactSchedule(quiet.context()).handleRequest(Map.of(), null);
                yield new Begun(session, people, schedule, schedule);
            }
        };
    }

    private static Message.MessageText words() {
        return new Message.MessageText(
                new LocalizedText(Map.of("nl", "Breng uw agenda mee")), new LocalizedText(Map.of("nl", "Tot dan!")));
    }

    private void announceSpeedDates(Session session) {
        var signIn = get(SignIns.class).issue("organiser", ORGANISER);
        write(signIn.write());
        var headers = Map.of(
                "content-type", "application/x-www-form-urlencoded", "cookie", "__Host-desk=" + signIn.token().text());
        var page = "/organiser" + session.path() + "/speed-dating";
        assertThat(quiet.site().send(
                "POST", page, headers, "rounds=3&minutes=6&change=2&seats=2&aim=people&who=expected").status())
                .isEqualTo(303);
        var plan = get(SpeedDatingPlans.class).find(session.id()).orElseThrow();
        assertThat(quiet.site().send("POST", page + "/announcement", headers, "revision=" + plan.revision()).status())
                .isEqualTo(303);
    }

    private void registrations() {
        new RegistrationSchedule(quiet.context()).handleRequest(Map.of(), null);
    }

    private void stream(Session session, String sort) {
        new SessionStream(quiet.context()).handleRequest(
                StreamEvents.of(List.of(
                        StreamEvents.change("INSERT", Sessions.partition(session.id()), sort, "1"))),
                null);
    }

    /** How many mails of this kind a person has. */
    long mails(Participant person, Kind kind) {
        return get(Table.class)
                .query(Query.of("pk = :subject AND begins_with(sk, :purpose)")
                        .with(":subject", "MAIL#" + person.subject())
                        .with(":purpose", kind.purpose + "#"))
                .count();
    }

    /** The one mark of what was begun. */
    Item mark(Begun begun) {
        return get(Table.class)
                .query(Query.of("pk = :session AND begins_with(sk, :mailing)")
                        .with(":session", Sessions.partition(begun.session().id()))
                        .with(":mailing", "MAILING#"))
                .reduce((one, other) -> {
                    throw new IllegalStateException("Two marks: " + one.key() + ", " + other.key());
                })
                .orElseThrow();
    }

    public <T> T get(Class<T> bean) {
        return quiet.get(bean);
    }

    /** What it runs on. */
    public QuietSite quiet() {
        return quiet;
    }

    public void write(Write... writes) {
        quiet.write(writes);
    }
}
