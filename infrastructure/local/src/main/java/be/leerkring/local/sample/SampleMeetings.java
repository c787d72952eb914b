package be.leerkring.local.sample;

import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.ContactWishes;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.Wishes;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Write;
import be.leerkring.speeddating.planner.Aim;
import be.leerkring.speeddating.planner.PlanRequest;
import be.leerkring.speeddating.planner.Planner;
import be.leerkring.speeddating.planner.Room;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who met whom at a session of the sample world. Nobody wrote it down, so the planner says it: pairs, so that as many
 * different organisations as possible meet in the rounds that the file assumes; and a few of those who met stay in
 * touch.
 */
public final class SampleMeetings {

    /** The year: any number does, as long as it is always the same. */
    private static final long SEED = 2017;

    /** Every so many-th meeting is one that lasts. */
    private static final int LASTING = 23;

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final MeetingMemory memory;
    private final ContactWishes wishes;

    public SampleMeetings(ApplicationContext context) {
        this.memory = context.getBean(MeetingMemory.class);
        this.wishes = context.getBean(ContactWishes.class);
    }

    public List<Write> writes(Session session, List<Participant> people, int rounds, int contacts) {
        var meetings = meetings(people, rounds);
        var lasting = new ArrayList<Meeting>();
        for (int number = 0; number < contacts; number++) {
            lasting.add(meetings.get(number * LASTING % meetings.size()));
        }
        var writes = new ArrayList<>(memory.remember(session, meetings, lasting));
        wishes(lasting, session.end().plus(REMEMBERED)).forEach(wished -> writes.add(wishes.put(wished)));
        return writes;
    }

    private static List<Meeting> meetings(List<Participant> people, int rounds) {
        var byKey = people.stream().collect(Collectors.toMap(Participant::person, Function.identity()));
        var request = new PlanRequest(
                people.stream()
                        .map(one -> new be.leerkring.speeddating.planner.Guest(
                                one.person(), one.organisationId()))
                        .toList(),
                rounds,
                Room.ofPairsFor(people.size()))
                .withAim(Aim.ORGANISATIONS)
                .withSeed(SEED);
        return Planner.plan(request).rounds().stream()
                .flatMap(round -> round.tables().stream())
                .map(table -> new Meeting(
                        byKey.get(table.people().getFirst()), byKey.get(table.people().getLast())))
                .toList();
    }

    private static List<Wishes> wishes(List<Meeting> lasting, Instant until) {
        var wishes = new HashMap<String, Map<String, Wishes.Wish>>();
        for (var meeting : lasting) {
            var one = meeting.one().identity();
            var other = meeting.other().identity();
            wishes.computeIfAbsent(one, key -> new HashMap<>()).put(other, new Wishes.Wish(true, until));
            wishes.computeIfAbsent(other, key -> new HashMap<>()).put(one, new Wishes.Wish(true, until));
        }
        return wishes.entrySet().stream()
                .map(entry -> new Wishes(entry.getKey(), entry.getValue(), 1))
                .toList();
    }
}
