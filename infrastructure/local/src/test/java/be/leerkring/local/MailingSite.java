package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.MovableClock;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.feedback.ask.FeedbackRequestSchedule;
import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.WorkingHours;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.events.RegistrationSchedule;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.registration.messages.Message;
import be.leerkring.registration.messages.MessageGroup;
import be.leerkring.registration.messages.SendingMessages;
import be.leerkring.speeddating.announcement.SpeedDatingSchedule;
import be.leerkring.speeddating.contacts.ContactSchedule;
import be.leerkring.testing.StreamEvents;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All beans, and each of the mailings to many people at the moment at which it begins. */
final class MailingSite implements AutoCloseable {

    private static final String TABLE = "leerkring";
    static final int PEOPLE = 4;
    private static final Organiser ORGANISER = new Organiser("organisator@example.org");

    final MovableClock clock = MovableClock.at(Instant.parse("2017-02-16T08:00:00Z"));
    private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    private final EmbeddedSes ses = EmbeddedSes.start(clock);
    private final ApplicationContext context;
    private final Site site;
    private int runs;

    MailingSite() {
        var template = StackTemplate.read(
                Project.root().resolve("template.yaml"),
                Map.of("Table.Table", TABLE, "Site.ApiEndpoint", "https://leerkring.test", "Mail.ConfigurationSet",
                        "l"));
        TemplateTable.in(template.nested("Table")).create(database.client(), TABLE);
        context = SiteContext.start(
                template,
                new SiteContext.Database(
                        database.endpoint(),
                        LocalAccount.ACCESS_KEY_ID,
                        LocalAccount.SECRET_ACCESS_KEY,
                        LocalAccount.REGION.id()),
                ses,
                clock);
        site = new LaptopSite(context.getBean(EmbeddedServer.class).start().getURL().toString());
    }

    @Override
    public void close() {
        context.close();
        ses.close();
        database.close();
    }

    /** What mails many people, by the purpose of its mails. */
    enum Kind {
        MESSAGE("message"),
        NEWS("moved"),
        REMINDER("reminder-day"),
        SPEED_DATES("speed-dates"),
        FEEDBACK("feedback"),
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
    record Begun(Session session, List<Participant> people, Runnable first, Runnable again) {}

    /** Publishes a session that people come to, up to the moment at which they are to be mailed. */
    Begun begin(Kind kind) {
        runs++;
        clock.moveTo(Instant.parse("2017-02-16T08:00:00Z").plus(Duration.ofDays(7L * 9 * runs)));
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
                Session.Edition.announced(clock.instant().minus(Duration.ofDays(3))));
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(session.id(), PEOPLE, 0));
        var people = IntStream.range(0, PEOPLE).mapToObj(number -> participant(session, number)).toList();
        people.forEach(one -> write(
                get(Registrations.class).record(one, session, clock.instant().minus(Duration.ofDays(2)))));
        return begin(kind, session, people);
    }

    private static Participant participant(Session session, int number) {
        var address = new EmailAddress("lezer-" + number + "@example.org");
        return new Participant(
                session.id(), address.personAt(session.id()), "Lezer " + number, address, "", "Cluster " + number,
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
                Runnable schedule = () -> new SpeedDatingSchedule(context).handleRequest(Map.of(), null);
                yield new Begun(session, people, schedule, schedule);
            }
            case FEEDBACK -> {
                clock.moveTo(hours.morningAfter(session.end()));
                Runnable schedule = () -> new FeedbackRequestSchedule(context).handleRequest(Map.of(), null);
                yield new Begun(session, people, schedule, schedule);
            }
            case CONTACTS -> {
                clock.moveTo(hours.morningAfter(session.end()).plus(Duration.ofHours(3)));
                var meetings = List.of(
                        new Meeting(people.get(0), people.get(1)), new Meeting(people.get(2), people.get(3)));
                write(get(MeetingMemory.class).remember(session, meetings, List.of()).toArray(Write[]::new));
                Runnable schedule = () -> new ContactSchedule(context).handleRequest(Map.of(), null);
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
        assertThat(site.send(
                "POST", page, headers, "rounds=3&minutes=6&change=2&seats=2&aim=people&who=expected").status())
                .isEqualTo(303);
        var plan = get(SpeedDatingPlans.class).find(session.id()).orElseThrow();
        assertThat(site.send("POST", page + "/announcement", headers, "revision=" + plan.revision()).status())
                .isEqualTo(303);
    }

    private void registrations() {
        new RegistrationSchedule(context).handleRequest(Map.of(), null);
    }

    private void stream(Session session, String sort) {
        new SessionStream(context).handleRequest(
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

    private <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    void write(Write... writes) {
        assertThat(get(Table.class).write(List.of(writes))).isInstanceOf(WriteOutcome.Written.class);
    }
}
