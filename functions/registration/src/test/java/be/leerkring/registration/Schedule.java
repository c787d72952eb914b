package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Busy;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.line.HoldingSeats;
import be.leerkring.registration.line.WaitingList;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.own.TakingSeat;
import be.leerkring.registration.people.PersonAct;
import be.leerkring.registration.signup.Confirming;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One session's seats, and a random order of what people, organisers and the time do to them, several at once. */
final class Schedule implements Callable<Void> {

    private static final int PEOPLE = 7;
    private static final int STEPS = 14;
    private static final int ACTS = 18;
    private static final List<String> ORGANISATIONS = List.of("a", "b", "ander");
    private static final Instant BEGINNING = Instant.parse("2017-02-01T09:00:00Z");

    /** Each schedule has a time of its own. */
    private static final ScopedValue<MovableClock> TIME = ScopedValue.newInstance();

    /** The clock of the schedule on whose behalf something is done. */
    static final Clock CLOCK = new Clock() {
        @Override
        public Instant instant() {
            return TIME.isBound() ? TIME.get().instant() : BEGINNING;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    private record Person(Participant participant, Token confirm, Token my) {}

    private final RegistrationRoom room;
    private final long seed;
    private final Random random;
    private final MovableClock clock = MovableClock.at(BEGINNING);
    private final Session session;
    private final int capacity;
    private final List<Person> people = new ArrayList<>();
    private final Set<String> confirmed = Collections.synchronizedSet(new HashSet<>());

    Schedule(RegistrationRoom room, String id, long seed) {
        this.room = room;
        this.seed = seed;
        this.random = new Random(seed);
        this.capacity = random.nextInt(1, 4);
        this.session = RegistrationRoom.session(
                id,
                new AdmissionRules(
                        Optional.empty(), Optional.empty(), Optional.empty(), random.nextInt(2), random.nextInt(3),
                        random.nextInt(4) == 0));
    }

    @Override
    public Void call() throws Exception {
        ScopedValue.where(TIME, clock).run(this::prepare);
        var steps = IntStream.range(0, STEPS).mapToObj(step -> step()).toList();
        try (var hands = Executors.newFixedThreadPool(3)) {
            for (var done : hands.invokeAll(steps)) {
                done.get();
            }
        }
        ScopedValue.where(TIME, clock).run(() -> {
            clock.forward(Duration.ofMinutes(1));
            patiently(this::takeBack);
            room.get(WaitingList.class).fill(session.id());
        });
        return null;
    }

    private void prepare() {
        var writes = new ArrayList<Write>();
        writes.add(room.get(Sessions.class).put(session));
        writes.add(room.get(SeatCounts.class).open(session, capacity, 0));
        for (int number = 0; number < PEOPLE; number++) {
            var participant = participant(number);
            var registration = Pending.first(participant, clock.instant());
            var confirm = room.get(Links.class)
                    .issue(Destinations.CONFIRM, participant.subject(), registration.lapses());
            var my = room.get(Links.class).issue(MyLink.PURPOSE, participant.subject(), session.end());
            writes.addAll(List.of(
                    room.get(Registrations.class).putFirst(registration, session), confirm.write(),
                    my.write()));
            people.add(new Person(participant, confirm.token(), my.token()));
        }
        room.write(writes.toArray(Write[]::new));
    }

    private Participant participant(int number) {
        var address = new EmailAddress("p" + number + "@" + session.id() + ".example.org");
        var organisation = ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size()));
        return new Participant(
                session.id(), address.derive(session.id()), "Person " + number, address, organisation, organisation,
                organisation.equals("ander") ? Organisation.Kind.OTHER : Organisation.Kind.SPEARHEAD_CLUSTER, "",
                new Language("nl"), RegistrationState.PENDING);
    }

    private Callable<Void> step() {
        var person = random.nextInt(PEOPLE);
        var kind = random.nextInt(ACTS + PersonAct.values().length);
        var size = random.nextInt(1, 5);
        return () -> {
            ScopedValue.where(TIME, clock).run(() -> patiently(() -> act(kind, people.get(person), size)));
            return null;
        };
    }

    /** Whoever meets the page that says it is busy presses again. */
    private void patiently(Runnable act) {
        for (int press = 0; press < 5; press++) {
            try {
                act.run();
                return;
            } catch (Busy again) {
                // as the page says
            }
        }
        throw new IllegalStateException("Busy at every press");
    }

    private void act(int kind, Person person, int size) {
        var id = session.id();
        switch (kind) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> {
                confirmed.add(person.participant().person());
                room.get(Confirming.class).confirm(person.confirm(), person.participant().person());
            }
            case 8, 9, 10 -> room.get(Cancelling.class).cancel(person.my());
            case 11, 12 -> room.get(TakingSeat.class).take(person.my());
            case 13 -> {
                clock.forward(Duration.ofHours(15));
                people.forEach(somebody -> room.get(HoldingSeats.class)
                        .lapse(new PersonKey(id, somebody.participant().person())));
            }
            case 14 -> {
                var counts = room.get(SeatCounts.class);
                var table = room.get(Table.class);
                var unused = table
                        .decide(() -> table.write(List.of(counts.put(session, room.seats(id).resize(size))))
                                .then(true));
            }
            case 15, 16 -> {
                room.get(Addresses.class).suppress(person.participant().email().text(), MailState.BOUNCED);
                takeBack();
            }
            case 17 -> room.write(room.get(Addresses.class).lift(person.participant().email().text()));
            default -> {
                confirmed.add(person.participant().person());
                var unused = room.act(
                        PersonAct.values()[kind - ACTS], id, person.participant().person(), "Reden");
            }
        }
        if (size % 2 == 0) {
            // The stream comes a moment later, and serves several changes at once.
            room.get(WaitingList.class).fill(id);
        }
    }

    /** As the schedule does it. */
    private void takeBack() {
        room.get(WaitingList.class).takeBack(people.stream()
                .map(somebody -> new PersonKey(session.id(), somebody.participant().person()))
                .toList());
    }

    /** Holds the history of this session's seats, of all that there are by partition, against the rules. */
    void check(Map<String, List<SeatsHistory.Image>> histories) {
        var history = histories.get(Sessions.partition(session.id()));
        var rules = session.admission();
        for (int index = 1; index < history.size(); index++) {
            history.get(index).checkAfter(history.get(index - 1), rules, session.id() + " seed " + seed);
        }
        var last = history.getLast();
        assertThat(last.firstWhoMay(rules)).as(session.id() + ": a seat is empty: " + last).isEmpty();
        var states = room.get(Registrations.class).now(session.id())
                .collect(Collectors.toMap(
                        registration -> registration.participant().person(), Registration::state));
        assertThat(count(states, RegistrationState.CONFIRMED)).as(session.id()).isEqualTo(last.taken());
        assertThat(count(states, RegistrationState.OFFERED)).as(session.id()).isEqualTo(last.offered());
        assertThat(states.entrySet().stream()
                .filter(entry -> entry.getValue() == RegistrationState.WAITING)
                .map(Map.Entry::getKey))
                .as(session.id())
                .containsExactlyInAnyOrderElementsOf(
                        last.line().stream().map(SeatsHistory.Entry::person).toList());
        for (var person : people) {
            var state = states.get(person.participant().person());
            assertThat(state == RegistrationState.PENDING || confirmed.contains(person.participant().person()))
                    .as(session.id() + " " + state)
                    .isTrue();
            Told.check(room, person.participant(), state);
            Told.checkReached(room, person.participant(), state, last.line());
        }
    }

    private static long count(Map<String, RegistrationState> states, RegistrationState state) {
        return states.values().stream().filter(state::equals).count();
    }
}
