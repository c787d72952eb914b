package be.leerkring.local;

import be.leerkring.desk.ChangeLog;
import be.leerkring.local.sample.SampleAnswers;
import be.leerkring.local.sample.SampleMeetings;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.WorkingHours;
import be.leerkring.registration.Closings;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.Registrations;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The network of 2017 as its organiser announced it, in {@code network-2017.yaml}, and around it what that file says
 * was made up for the sample: who was at the first session, and what they said of it.
 */
final class SampleWorld {

    private static final List<String> FIRST_NAMES = List.of(
            "An", "Bram", "Charlotte", "Dirk", "Els", "Filip", "Griet", "Hassan", "Ilse", "Joris", "Karen", "Luc",
            "Mieke", "Noor", "Olivier", "Petra", "Quinten", "Ruth", "Stijn", "Tine", "Ulrike", "Veerle", "Wout",
            "Yasmina");

    private static final List<String> LAST_NAMES = List.of(
            "Peeters", "Janssens", "Maes", "Jacobs", "Mertens", "Willems", "Claes", "Goossens", "Wouters", "De Smet",
            "Dubois", "Lambert", "Aydin", "Hermans", "Pauwels", "Michiels", "Van Damme");

    private static final Duration ASKED_BEFORE = Duration.ofDays(21);

    private final Table table;
    private final Organisations organisations;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final SampleAnswers answers;
    private final Knowledge knowledge;
    private final SampleMeetings meetings;
    private final MeetingMemory memory;
    private final Closings closings;
    private final Figures figures;
    private final WorkingHours hours;

    SampleWorld(ApplicationContext context) {
        this.table = context.getBean(Table.class);
        this.organisations = context.getBean(Organisations.class);
        this.sessions = context.getBean(Sessions.class);
        this.seatCounts = context.getBean(SeatCounts.class);
        this.registrations = context.getBean(Registrations.class);
        this.mailboxes = context.getBean(Mailboxes.class);
        this.answers = new SampleAnswers(context);
        this.knowledge = context.getBean(Knowledge.class);
        this.meetings = new SampleMeetings(context);
        this.memory = context.getBean(MeetingMemory.class);
        this.closings = context.getBean(Closings.class);
        this.figures = context.getBean(Figures.class);
        this.hours = context.getBean(WorkingHours.class);
    }

    void load() {
        var network = NetworkFile.read("/network-2017.yaml");
        write(organisations.putFirst(network.organisations()));
        for (var announced : network.sessions()) {
            var participants = announced.attended() ? network.subsidised() : List.<Organisation>of();
            publish(announced, participants);
            if (announced.attended()) {
                close(announced, participants);
                answers.writes(announced.session()).forEach(this::write);
            }
        }
        network.knowledge().forEach(entry -> write(knowledge.add(entry)));
    }

    private void publish(NetworkFile.Announced announced, List<Organisation> participants) {
        var session = announced.session();
        write(sessions.put(session), seatCounts.open(session, announced.capacity(), 2 * participants.size()));
        var people = IntStream.range(0, 2 * participants.size())
                .mapToObj(place -> participant(session, participants.get(place / 2), place))
                .toList();
        if (!people.isEmpty()) {
            register(session, people);
        }
        if (announced.rounds() > 0) {
            write(meetings.writes(session, people, announced.rounds(), announced.contacts()));
        }
    }

    /** All of them in one transaction: one for each took a third of what a start of the laptop takes. */
    private void register(Session session, List<Participant> people) {
        var known = table.read(people.stream().map(one -> mailboxes.key(one.email())).toList());
        var writes = new ArrayList<Write>();
        for (int place = 0; place < people.size(); place++) {
            var one = people.get(place);
            var asked = session.start().minus(ASKED_BEFORE).plus(Duration.ofMinutes(17L * place));
            writes.add(registrations.record(one, session, asked));
            writes.addAll(mailboxes.put(mailboxes.in(known, one.email()).with(one, session.forgottenAt())));
        }
        write(writes);
    }

    private static Participant participant(Session session, Organisation organisation, int place) {
        var name = FIRST_NAMES.get(place % FIRST_NAMES.size()) + " " + LAST_NAMES.get(place % LAST_NAMES.size());
        var mailbox = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        var email = new EmailAddress(mailbox + "@" + organisation.id() + ".example.org");
        return new Participant(
                session.id(),
                email.derive(session.id()),
                name,
                email,
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                "",
                new Language("nl"),
                RegistrationState.ATTENDED);
    }

    /** By itself, the morning after: everybody was there, and nobody of them had been to a session of that year. */
    private void close(NetworkFile.Announced announced, List<Organisation> participants) {
        var session = announced.session();
        var closed = hours.morningAfter(session.end());
        write(
                closings.begin(session, ChangeLog.ITSELF, closed),
                figures.close(
                        session,
                        new SessionFigures(
                                session.id(),
                                session.title(),
                                session.start(),
                                closed,
                                announced.capacity(),
                                true,
                                participants.stream()
                                        .collect(Collectors.toMap(
                                                Organisation::kind, one -> new Heads(2, 0, 0, 0), Heads::plus)),
                                participants.stream().map(Organisation::id).sorted().toList(),
                                0,
                                2 * participants.size(),
                                0,
                                memory.network().pairsAfter(session.id(), session.start()))));
    }

    private void write(Write... operations) {
        write(List.of(operations));
    }

    private void write(List<Write> operations) {
        if (!(table.write(operations) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("The sample world could not be written: something stands in its place");
        }
    }
}
