package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.events.RegistrationSchedule;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.need.NeedsForm;
import be.leerkring.registration.people.PersonAct;
import be.leerkring.registration.people.PersonActs;
import be.leerkring.registration.signup.Confirming;
import be.leerkring.registration.signup.RegistrationForm;
import be.leerkring.registration.signup.SigningUp;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Registration;
import be.leerkring.testing.Reader;
import be.leerkring.testing.StartedRoom;
import be.leerkring.testing.StreamEvents;
import be.leerkring.testing.TestDatabase;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The room on an embedded table, with the stream and the schedule fired by hand. */
public final class RegistrationRoom implements AutoCloseable {

    public static final Organiser ORGANISER = new Organiser("organisator@example.org");

    private static final List<Organisation> ORGANISATIONS = List.of(
            new Organisation("vil", "VIL", Organisation.Kind.SPEARHEAD_CLUSTER, false),
            new Organisation("catalisti", "Catalisti", Organisation.Kind.SPEARHEAD_CLUSTER, false),
            new Organisation("netwerk", "Netwerk", Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK, false),
            new Organisation("ander", "Ander initiatief", Organisation.Kind.OTHER, false));

    private final StartedRoom room;

    public RegistrationRoom(Clock clock) {
        room = StartedRoom.at(clock, Map.of("SENDER", "leernetwerk@example.org"));
        write(get(Organisations.class).putFirst(ORGANISATIONS));
    }

    public <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    public TestDatabase database() {
        return room.database();
    }

    public void write(Write... writes) {
        if (!(get(Table.class).write(List.of(writes)) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + List.of(writes));
        }
    }

    /** A session from half past one to five in Brussels, on 23 March 2017, published long before. */
    public static Session session(String id, AdmissionRules rules) {
        return SampleSession.of(id, rules);
    }

    public Session publish(Session session, int capacity) {
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(session, capacity, 0));
        return session;
    }

    /** What an organiser does who changes a session. */
    public void change(Session session) {
        write(get(Sessions.class).put(session));
    }

    public Seats seats(String session) {
        var counts = get(SeatCounts.class);
        return counts.in(get(Table.class).read(List.of(counts.key(session))), session);
    }

    public void resize(String session, int capacity) {
        write(get(SeatCounts.class).put(
                get(Sessions.class).findAny(session).orElseThrow(), seats(session).resize(capacity)));
    }

    /** Fills in the form at home; what came of it. */
    public SigningUp.Outcome submit(Session session, String name, String organisation, String language) {
        return submit(session, name, address(name), organisation, language, source(name));
    }

    /** Fills in the form with this address. */
    public SigningUp.Outcome submit(
            Session session, String name, String address, String organisation, String language) {
        return submit(session, name, address, organisation, language, source(name));
    }

    public SigningUp.Outcome submit(
            Session session, String name, String address, String organisation, String language, String source) {
        var listed = ORGANISATIONS.stream().anyMatch(known -> known.id().equals(organisation));
        var form = new RegistrationForm(name, address, listed ? organisation : OrganisationChoice.OTHER,
                listed ? "" : organisation, "", language, "yes", "", Interests.NONE, NeedsForm.EMPTY);
        return get(SigningUp.class).submit(session.id(), form, source);
    }

    /** Everybody is at home. */
    public static String source(String name) {
        return "source of " + name;
    }

    public static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    /** Registers and confirms, and lets the stream run. */
    public void confirm(Session session, String name, String organisation) {
        submit(session, name, organisation, "nl");
        press(name);
        stream(session);
    }

    /** Presses the button behind the newest link to confirm that this person was mailed. */
    public void press(String name) {
        assertThat(get(Confirming.class).confirm(token(name, "/confirm/"), source(name))).isEmpty();
    }

    /** What an organiser does who has just looked at this person. */
    public PersonActs.Outcome act(PersonAct act, String session, String person, String reason) {
        var seen = get(Registrations.class).find(session, person).orElseThrow();
        return get(PersonActs.class)
                .perform(new PersonActs.Wish(
                        act, new PersonKey(session, person), seen.revision(), reason, ORGANISER));
    }

    public PersonActs.Outcome approve(String session, String person) {
        return act(PersonAct.APPROVE, session, person, "");
    }

    public Registration registration(Session session, String name) {
        return registrations(session, name).stream()
                .max(Comparator
                        .<Registration, Boolean>comparing(
                                one -> one instanceof Holding || one instanceof Marked)
                        .thenComparing(Registration::asked))
                .orElseThrow();
    }

    /** All registrations of this address, those that gave way left out. */
    public List<Registration> registrations(Session session, String name) {
        return get(Registrations.class).now(session.id())
                .filter(one -> one.participant().email().text().equals(address(name)))
                .toList();
    }

    /** The registration of somebody who is in this state. */
    public <S extends Registration> S registration(Session session, String name, Class<S> state) {
        return state.cast(registration(session, name));
    }

    /** The newest link of this kind that this person was mailed. */
    public Token token(String name, String path) {
        var pattern = Pattern.compile(Pattern.quote(path) + "([A-Za-z0-9._-]+)");
        return mails(name).reversed().stream()
                .map(mail -> pattern.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> new Token(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** The mails to this person, the first decided first. */
    public List<Queued> mails(String name) {
        return Queued.to(address(name), room)
                .sorted(Comparator.comparing(Queued::at).thenComparing(Queued::revision))
                .toList();
    }

    /** All mails, in no order. */
    public Stream<Item> outbox() {
        return Queued.all(room);
    }

    /** The plain text of the mail in this item. */
    public String text(Item mail) {
        return Queued.text(mail, room);
    }

    /** For what, in this order. */
    public List<String> purposes(String name) {
        return mails(name).stream().map(Queued::purpose).toList();
    }

    /** The stream's function, as if this session and its seats had just changed. */
    public void stream(Session session) {
        stream(session, "#SEATS");
    }

    /** The stream's function, as if this item of the session had just changed. */
    public void stream(Session session, String sort) {
        var change = StreamEvents.change("MODIFY", Sessions.partition(session.id()), sort, "1");
        var response = new SessionStream(room.context()).execute(StreamEvents.of(List.of(change, change)));
        if (!response.getBatchItemFailures().isEmpty()) {
            throw new IllegalStateException("The stream's function failed");
        }
    }

    /** The schedule's function. */
    public void schedule() {
        new RegistrationSchedule(room.context()).execute(Map.of());
    }

    /** Anybody with a browser. */
    public Reader visitor() {
        return room.reader("", "nl");
    }

    /** Anybody whose browser brings these cookies back. */
    public Reader visitor(String cookies) {
        return room.reader(cookies, "nl");
    }

    /** An organiser who signed in, with a browser. */
    public Reader organiser() {
        var signIn = get(SignIns.class).issue("organiser", new Organiser("an@example.org"));
        write(signIn.write());
        return room.reader("__Host-desk=" + signIn.token().text(), "nl");
    }

    @Override
    public void close() {
        room.close();
    }
}
