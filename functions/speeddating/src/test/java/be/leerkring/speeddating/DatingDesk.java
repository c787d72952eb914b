package be.leerkring.speeddating;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Letters;
import be.leerkring.platform.mail.MailBodies;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Reader;
import be.leerkring.testing.StartedRoom;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The room on an embedded table, as API Gateway reaches it: with its routes, its guard and its pages. */
public final class DatingDesk implements AutoCloseable {

    private final StartedRoom room;

    public DatingDesk(Clock clock) {
        room = StartedRoom.at(clock);
    }

    public ApplicationContext context() {
        return room.context();
    }

    public <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    /** The plain text of the mail in this item. */
    public String text(Item mail) {
        return get(Letters.class).plainText(
                get(MailBodies.class).in(mail).letter(),
                new Language(mail.required("language")),
                Optional.of(mail.text("unsubscribe", "")).filter(way -> !way.isEmpty()));
    }

    public void write(Write... writes) {
        if (!(get(Table.class).write(List.of(writes)) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + List.of(writes));
        }
    }

    /** Puts a session into the table, with free seats. */
    public Session put(Session session, int capacity) {
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(session, capacity, 0));
        return session;
    }

    /** Puts somebody into the table, as the room {@code registration} does. */
    public Participant put(Participant participant) {
        var item = Item.at(Participants.key(participant.session(), participant.person()));
        write(Write.put(participant.writeTo(item)));
        return participant;
    }

    /**
     * Whoever comes for these organisations, so many for each; the first organisation's first person is {@code An 1}.
     */
    public List<Participant> people(Session session, int organisations, int each) {
        return IntStream.range(0, organisations * each)
                .mapToObj(place -> put(person(session, "An " + (place + 1), "org-" + (place / each + 1))))
                .toList();
    }

    public static Participant person(Session session, String name, String organisation) {
        var email = new EmailAddress(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
        return new Participant(
                session.id(),
                email.derive(session.id()),
                name,
                email,
                organisation,
                "Organisatie " + organisation,
                Organisation.Kind.SPEARHEAD_CLUSTER,
                "",
                new Language("nl"),
                RegistrationState.CONFIRMED)
                .known(email.derive(session.id()), email.derive("network"));
    }

    /** A session tomorrow afternoon, from half past one to five in Brussels. */
    public static Session session() {
        return new Session(
                "kennismaking",
                new LocalizedText(Map.of("nl", "Kennismaking", "en", "Meeting")),
                LocalizedText.NONE,
                Instant.parse("2017-01-26T12:30:00Z"),
                Instant.parse("2017-01-26T16:00:00Z"),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of("industrie-4-0", "kennismaking"),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
    }

    /** The plan as it is kept. */
    public SpeedDates plan() {
        return get(SpeedDatingPlans.class).find("kennismaking").orElseThrow();
    }

    /** What a log says, the latest first. */
    public List<LogEntry> log(String which) {
        return get(ChangeLog.class).read(which, Optional.empty()).entries();
    }

    /** Somebody who reads Dutch and has not signed in. */
    public Reader stranger() {
        return room.reader("", "nl");
    }

    /** An organiser at the desk. */
    public Reader organiser(String name) {
        return organiser(name, "nl");
    }

    public Reader organiser(String name, String language) {
        var begun = get(SignIns.class).issue("organiser." + name, new Organiser(name + "@example.org"));
        write(begun.write());
        return room.reader("__Host-desk=" + begun.token().text(), language);
    }

    @Override
    public void close() {
        room.close();
    }
}
