package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.table.Busy;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.line.WaitingList;
import be.leerkring.registration.own.Leaving;
import be.leerkring.registration.own.TakingSeat;
import be.leerkring.registration.people.PersonAct;
import be.leerkring.registration.signup.Admission;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.testing.Conflicts;
import be.leerkring.testing.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
import org.junit.jupiter.api.Test;

/**
 * Random schedules of all that can happen to a session's seats, each run by several threads at once, with transactions
 * that conflict. Afterwards the table's stream tells the whole history of every session's seats, which is held against
 * the rules by code that shares nothing with theirs.
 */
final class SeatsUnderLoadTest {

    private static final int ROOMS = Proof.of(1, 10);
    private static final int SCHEDULES = Proof.of(100, 1_000);
    private static final int AT_ONCE = 24;
    private static final int PEOPLE = 7;
    private static final int STEPS = 14;
    private static final List<String> ORGANISATIONS = List.of("a", "b", "ander");
    private static final Instant BEGINNING = Instant.parse("2017-02-01T09:00:00Z");

    /** Each schedule has a time of its own. */
    private static final ScopedValue<MovableClock> TIME = ScopedValue.newInstance();

    private static final Clock CLOCK = new Clock() {
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

    private long seed;
    private RegistrationRoom room;

    @Test
    void noScheduleOversellsLosesOvertakesOrLeavesASeatEmpty() throws Exception {
        for (int number = 0; number < ROOMS; number++) {
            seed = Proof.seed() + number * SCHEDULES;
            schedulesInOneRoom();
        }
    }

    private void schedulesInOneRoom() throws Exception {
        try (var opened = new RegistrationRoom(CLOCK);
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            room = opened;
            Conflicts.of(10);
            var schedules = IntStream.range(0, SCHEDULES)
                    .mapToObj(number -> new Schedule("s-" + number, new Random(seed + number)))
                    .toList();
            var began = System.nanoTime();
            for (var run : threads.invokeAll(schedules)) {
                run.get();
            }
            System.out.printf(
                    "%d schedules with seed %d in %d s%n",
                    SCHEDULES, seed, Duration.ofNanos(System.nanoTime() - began).toSeconds());
            Conflicts.of(0);
            var histories = new SeatsHistory(room.database()).bySession();
            for (var schedule : schedules) {
                schedule.check(histories.get(Sessions.partition(schedule.session.id())));
            }
        } finally {
            Conflicts.of(0);
        }
    }

    private record Person(Participant participant, Token confirm, Token my) {}

    private final class Schedule implements Callable<Void> {

        private final Random random;
        private final MovableClock clock = MovableClock.at(BEGINNING);
        private final Session session;
        private final int capacity;
        private final List<Person> people = new ArrayList<>();
        private final Set<String> confirmed = Collections.synchronizedSet(new HashSet<>());

        Schedule(String id, Random random) {
            this.random = random;
            this.capacity = random.nextInt(1, 4);
            this.session = RegistrationRoom.session(
                    id,
                    new AdmissionRules(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            random.nextInt(2),
                            random.nextInt(3),
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
                room.get(WaitingList.class).fill(session.id());
            });
            return null;
        }

        private void prepare() {
            var writes = new ArrayList<Write>();
            writes.add(room.get(Sessions.class).put(session));
            writes.add(room.get(SeatCounts.class).open(session.id(), capacity, 0));
            for (int number = 0; number < PEOPLE; number++) {
                var participant = participant(number);
                var registration = Pending.first(participant, clock.instant());
                var confirm = room.get(Links.class)
                        .issue(Destinations.CONFIRM, participant.subject(), registration.lapses());
                var my = room.get(Links.class).issue(MyLink.PURPOSE, participant.subject(), session.end());
                writes.addAll(List.of(
                        room.get(Registrations.class).putNewOrNext(registration, session), confirm.write(),
                        my.write()));
                people.add(new Person(participant, confirm.token(), my.token()));
            }
            room.write(writes.toArray(Write[]::new));
        }

        private Participant participant(int number) {
            var address = new EmailAddress("p" + number + "@example.org");
            var organisation = ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size()));
            return new Participant(
                    session.id(),
                    address.personAt(session.id()),
                    "Person " + number,
                    address,
                    organisation,
                    organisation,
                    organisation.equals("ander") ? Organisation.Kind.OTHER : Organisation.Kind.SPEARHEAD_CLUSTER,
                    "",
                    new Language("nl"),
                    RegistrationState.PENDING);
        }

        private Callable<Void> step() {
            var person = random.nextInt(PEOPLE);
            var kind = random.nextInt(15 + PersonAct.values().length);
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
                    room.get(Admission.class).confirm(person.confirm());
                }
                case 8, 9, 10 -> room.get(Leaving.class).cancel(person.my());
                case 11, 12 -> room.get(TakingSeat.class).take(person.my());
                case 13 -> {
                    clock.forward(Duration.ofHours(15));
                    people.forEach(somebody -> room.get(WaitingList.class)
                            .lapse(new Participants.Subject(id, somebody.participant().person())));
                }
                case 14 -> {
                    var counts = room.get(SeatCounts.class);
                    var table = room.get(Table.class);
                    var unused = table
                            .decide(() -> table.write(List.of(counts.put(id, room.seats(id).resize(size)))).then(true));
                }
                default -> {
                    confirmed.add(person.participant().person());
                    var unused = room.act(
                            PersonAct.values()[kind - 15], id, person.participant().person(), "Reden");
                }
            }
            if (size % 2 == 0) {
                // The stream comes a moment later, and serves several changes at once.
                room.get(WaitingList.class).fill(id);
            }
        }

        void check(List<SeatsHistory.Image> history) {
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
                checkTold(person, states.get(person.participant().person()));
            }
        }

        /** Nobody's state differs from what they were told last, and nothing was told twice. */
        private void checkTold(Person person, RegistrationState state) {
            var key = person.participant().person();
            var told = room.get(MailRecords.class).about(person.participant().subject()).toList();
            var mails = told.stream().map(mail -> mail.key().sort()).toList();
            assertThat(mails).doesNotHaveDuplicates();
            if (state == RegistrationState.PENDING) {
                assertThat(told).extracting(MailRecord::purpose).allMatch("confirm-request"::equals);
                return;
            }
            assertThat(confirmed).contains(key);
            var last = Collections.max(told, Comparator.comparingLong(SeatsUnderLoadTest::revision));
            assertThat(told.stream().map(SeatsUnderLoadTest::revision)).doesNotHaveDuplicates();
            assertThat(last.purpose()).as(session.id() + " " + state).isIn(fitting(state));
        }
    }

    private static long revision(MailRecord mail) {
        return Long.parseLong(mail.key().sort().split("#")[1]);
    }

    private static long count(Map<String, RegistrationState> states, RegistrationState state) {
        return states.values().stream().filter(state::equals).count();
    }

    private static List<String> fitting(RegistrationState state) {
        return switch (state) {
            case CONFIRMED -> List.of("confirmed", "vouched");
            case WAITING -> List.of("waiting", "approval", "vouched-waiting", "put-in-line");
            case OFFERED -> List.of("offer");
            case CANCELLED -> List.of("cancelled", "declined", "left-line", "offer-lapsed",
                    "cancelled-by-organiser");
            case PENDING, ATTENDED, ABSENT -> List.of();
        };
    }
}
