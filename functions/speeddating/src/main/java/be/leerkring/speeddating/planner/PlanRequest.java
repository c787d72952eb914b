package be.leerkring.speeddating.planner;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the planner needs to know. Pairs that name somebody who is not among the participants are
 * allowed and mean nothing: a history holds many who are not here today.
 *
 * @param participants who is here, each id once
 * @param rounds how many rounds there are to plan, at least one
 * @param room the tables and their seats
 * @param mustMeet pairs that come before all others
 * @param mustNotMeet pairs that never share a table
 * @param earlier how often pairs met in earlier sessions
 * @param organisationsMet pairs of organisations that met in earlier sessions; those whose people
 *     are in {@code earlier} count as well
 * @param aim whose meetings count first
 * @param seed decides among equals; the same request with the same seed gives the same plan, unless
 *     the time limit cut the search short
 * @param timeLimit when to stop looking for something better; the planner mostly stops long before
 */
public record PlanRequest(
        List<Guest> participants,
        int rounds,
        Room room,
        Set<Pair> mustMeet,
        Set<Pair> mustNotMeet,
        Map<Pair, Integer> earlier,
        Set<Pair> organisationsMet,
        Aim aim,
        long seed,
        Duration timeLimit) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException if the wishes contradict each other; says which do */
    public PlanRequest {
        participants = List.copyOf(participants);
        mustMeet = Set.copyOf(mustMeet);
        mustNotMeet = Set.copyOf(mustNotMeet);
        earlier = Map.copyOf(earlier);
        organisationsMet = Set.copyOf(organisationsMet);
        if (rounds < 1) {
            throw new IllegalArgumentException("There is at least one round to plan, not " + rounds);
        }
        Map<String, String> organisations = new HashMap<>();
        for (Guest guest : participants) {
            if (organisations.put(guest.id(), guest.organisation()) != null) {
                throw new IllegalArgumentException("Participant " + guest.id() + " is there twice");
            }
        }
        for (Pair pair : mustMeet) {
            if (mustNotMeet.contains(pair)) {
                throw new IllegalArgumentException(pair + " must meet and must not meet: drop one of the two");
            }
            String organisation = organisations.get(pair.one());
            if (organisation != null && organisation.equals(organisations.get(pair.other()))) {
                throw new IllegalArgumentException(
                        pair + " must meet, but both come for " + organisation + ": drop the wish");
            }
        }
        long keeping = participants.stream().filter(Guest::keepsTable).count();
        if (room.seatsPairs() && keeping > room.tables()) {
            throw new IllegalArgumentException(
                    "%d people keep their table and there are %d tables for two: add tables"
                            .formatted(keeping, room.tables()));
        }
        if (keeping > (long) room.tables() * room.seats()) {
            throw new IllegalArgumentException(
                    "%d people keep their table and there are %d seats: add tables"
                            .formatted(keeping, room.tables() * room.seats()));
        }
    }

    /** Such rounds for such people, without wishes or history. */
    public PlanRequest(List<Guest> participants, int rounds, Room room) {
        this(participants, rounds, room, Set.of(), Set.of(), Map.of(), Set.of(), Aim.PEOPLE, 1, PATIENCE);
    }

    /** The same, with these pairs before all others. */
    public PlanRequest withMustMeet(Set<Pair> pairs) {
        return copy(participants, pairs, mustNotMeet, earlier, organisationsMet, aim, seed, timeLimit);
    }

    /** The same, with these pairs apart. */
    public PlanRequest withMustNotMeet(Set<Pair> pairs) {
        return copy(participants, mustMeet, pairs, earlier, organisationsMet, aim, seed, timeLimit);
    }

    /** The same, after these meetings. */
    public PlanRequest withEarlier(Map<Pair, Integer> meetings) {
        return copy(participants, mustMeet, mustNotMeet, meetings, organisationsMet, aim, seed, timeLimit);
    }

    /** The same, after these pairs of organisations met. */
    public PlanRequest withOrganisationsMet(Set<Pair> pairs) {
        return copy(participants, mustMeet, mustNotMeet, earlier, pairs, aim, seed, timeLimit);
    }

    /** The same, with another aim. */
    public PlanRequest withAim(Aim other) {
        return copy(participants, mustMeet, mustNotMeet, earlier, organisationsMet, other, seed, timeLimit);
    }

    /** The same, decided otherwise among equals. */
    public PlanRequest withSeed(long other) {
        return copy(participants, mustMeet, mustNotMeet, earlier, organisationsMet, aim, other, timeLimit);
    }

    /** The same, with more or less patience. */
    public PlanRequest withTimeLimit(Duration limit) {
        return copy(participants, mustMeet, mustNotMeet, earlier, organisationsMet, aim, seed, limit);
    }

    /** The same, for others. */
    public PlanRequest withParticipants(List<Guest> others) {
        return copy(others, mustMeet, mustNotMeet, earlier, organisationsMet, aim, seed, timeLimit);
    }

    private PlanRequest copy(
            List<Guest> participants,
            Set<Pair> mustMeet,
            Set<Pair> mustNotMeet,
            Map<Pair, Integer> earlier,
            Set<Pair> organisationsMet,
            Aim aim,
            long seed,
            Duration timeLimit) {
        return new PlanRequest(
                participants,
                rounds,
                room,
                mustMeet,
                mustNotMeet,
                earlier,
                organisationsMet,
                aim,
                seed,
                timeLimit);
    }
}
