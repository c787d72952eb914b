package be.leerkring.network.seats;

import be.leerkring.network.session.AdmissionRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A session's seats and its waiting list. It decides who gets a seat; {@link SeatCounts} only writes it.
 *
 * <p>A place has the organisation that its person registered with. Where that was merged into another since, both are
 * one here, whichever a place has.
 *
 * @param revision one more at every change
 * @param capacity how many may come; when it is lowered below what is given, nobody loses a seat
 * @param taken how many have a confirmed seat
 * @param offered how many seats are held for somebody who was offered one
 * @param others how many of the given seats belong to people whom the agency does not fund
 * @param organisations how many of the given seats each organisation has
 * @param line who waits, in the order of their confirmations
 * @param merged organisations that were merged since the session has seats, and into which
 */
public record Seats(
        long revision,
        int capacity,
        int taken,
        int offered,
        int others,
        Map<String, Integer> organisations,
        List<Place> line,
        Map<String, String> merged) {

    public Seats {
        organisations = Map.copyOf(organisations);
        line = List.copyOf(line);
        merged = Map.copyOf(merged);
    }

    /** The seats of a session of whose organisations none was merged. */
    public Seats(
            long revision, int capacity, int taken, int offered, int others, Map<String, Integer> organisations,
            List<Place> line) {
        this(revision, capacity, taken, offered, others, organisations, line, Map.of());
    }

    /** What a place's organisation counts as here. */
    public String organisation(Place place) {
        return merged.getOrDefault(place.organisation(), place.organisation());
    }

    /** Whether the two are of one organisation. */
    public boolean areOfOne(Place one, Place other) {
        return organisation(one).equals(organisation(other));
    }

    /**
     * From now on these organisations count as another: its people have their seats, their places in line and the limit
     * together.
     */
    public Seats merge(Collection<String> from, String into) {
        var counts = new HashMap<String, Integer>();
        organisations.forEach((organisation, seats) -> counts.merge(
                from.contains(organisation) ? into : organisation, seats, Integer::sum));
        var known = new HashMap<>(merged);
        known.replaceAll((former, present) -> from.contains(present) ? into : present);
        from.forEach(former -> known.put(former, into));
        known.remove(into);
        return new Seats(revision + 1, capacity, taken, offered, others, counts, line, known);
    }

    /** Taken or held. */
    public int given() {
        return taken + offered;
    }

    /** Seats that are neither taken nor held; a free seat may be meant for somebody in line. */
    public int free() {
        return Math.max(0, capacity - given());
    }

    /** How many wait for a seat, and for nobody's consent. */
    public int waiting() {
        return line.size() - unapproved();
    }

    /** Whether even somebody whom no rule limits gets no seat now: none is free that nobody in line may have. */
    public boolean isFull(AdmissionRules rules) {
        return FreeSeats.of(this, rules).isFull();
    }

    /** Whether the rules let this person have one of the free seats, whoever else waits for it. */
    public boolean admits(Place place, AdmissionRules rules) {
        return free() > 0 && place.approved() && !isOrganisationFull(place, rules) && !areOthersFull(place, rules);
    }

    /** Whether the organisation has all the seats that one can have. */
    public boolean isOrganisationFull(Place place, AdmissionRules rules) {
        return rules.mostOfOne() > 0 && organisations.getOrDefault(organisation(place), 0) >= rules.mostOfOne();
    }

    /** Whether those whom the agency does not fund have all the seats that are not kept, and this is one of them. */
    public boolean areOthersFull(Place place, AdmissionRules rules) {
        return !place.subsidised() && others >= capacity - rules.keptForSubsidised();
    }

    /**
     * The first in line who may have a free seat. Whoever may not, or is not reached by any mail, keeps the place, and
     * nobody waits for them.
     */
    public Optional<Place> next(AdmissionRules rules) {
        return candidates(rules).findFirst();
    }

    /** All in line who may have a free seat, in the line's order. */
    public Stream<Place> candidates(AdmissionRules rules) {
        return free() == 0
                ? Stream.empty()
                : line.stream().filter(place -> place.reachable() && admits(place, rules));
    }

    /** Whether somebody who confirms now gets a seat: nobody who may have it stands in line before them. */
    public boolean seatsAtOnce(Place place, AdmissionRules rules) {
        return Outlook.of(place, this, rules) == Outlook.SEAT;
    }

    /** The place in line, from 1; empty for somebody who does not wait. */
    public Optional<Integer> position(String person) {
        return IntStream.range(0, line.size())
                .filter(index -> line.get(index).person().equals(person))
                .mapToObj(index -> index + 1)
                .findFirst();
    }

    /** Somebody gets a seat. */
    public Seats take(Place place) {
        return given(place, 1, 1, 0, without(place.person()));
    }

    /** Somebody gets a place at the end of the line. */
    public Seats join(Place place) {
        var longer = new ArrayList<>(line);
        longer.add(place);
        return with(longer);
    }

    /** Somebody leaves the line. */
    public Seats leave(String person) {
        return with(without(person));
    }

    /** A free seat is held for somebody in line. */
    public Seats offer(Place place) {
        return given(place, 1, 0, 1, without(place.person()));
    }

    /** Somebody takes the seat that was held. */
    public Seats accept() {
        return new Seats(revision + 1, capacity, taken + 1, offered - 1, others, organisations, line, merged);
    }

    /** A seat that was held comes free. */
    public Seats withdraw(Place place) {
        return given(place, -1, 0, -1, line);
    }

    /** A seat that was held comes free, for no mail reaches whom it was held for; they are first in line again. */
    public Seats putBack(Place place) {
        var longer = new ArrayList<>(line);
        longer.addFirst(place.reached(false));
        return given(place, -1, 0, -1, longer);
    }

    /** A seat that was taken comes free. */
    public Seats release(Place place) {
        return given(place, -1, -1, 0, line);
    }

    /** A seat comes free, and whoever had it goes to the end of the line. */
    public Seats sendBack(Place place) {
        return release(place).join(place).at(revision + 1);
    }

    /** A seat goes from one person to another, who may have stood in line. */
    public Seats pass(Place from, Place to) {
        return release(from).take(to).at(revision + 1);
    }

    /** A held seat stays held, for somebody who is of another organisation now. */
    public Seats exchangeOffer(Place from, Place to) {
        return withdraw(from).offer(to).at(revision + 1);
    }

    /** Somebody's place changes, as the organisation or the organiser's consent did; its order in line stays. */
    public Seats replace(Place place) {
        return with(line.stream()
                .map(other -> other.person().equals(place.person()) ? place : other)
                .toList());
    }

    /** Mail reaches these people in line, or does not; the order of the line stays. */
    public Seats reached(Collection<Place> places, boolean now) {
        return with(line.stream()
                .map(place -> places.contains(place) ? place.reached(now) : place)
                .toList());
    }

    /** From now on so many may come. */
    public Seats resize(int seats) {
        return new Seats(revision + 1, seats, taken, offered, others, organisations, line, merged);
    }

    /** How many in line wait for an organiser's consent. */
    public int unapproved() {
        return (int) line.stream().filter(place -> !place.approved()).count();
    }

    /** Those in line who were passed over, for no mail reaches them. */
    public List<Place> unreachable() {
        return line.stream().filter(place -> !place.reachable()).toList();
    }

    private Seats given(Place place, int seats, int takenMore, int offeredMore, List<Place> rest) {
        var counts = new HashMap<>(organisations);
        counts.merge(organisation(place), seats, Integer::sum);
        counts.values().removeIf(count -> count <= 0);
        var ofOthers = Math.max(0, others + (place.subsidised() ? 0 : seats));
        return new Seats(
                revision + 1, capacity, taken + takenMore, offered + offeredMore, ofOthers, counts, rest, merged);
    }

    private List<Place> without(String person) {
        return line.stream().filter(place -> !place.person().equals(person)).toList();
    }

    private Seats with(List<Place> next) {
        return new Seats(revision + 1, capacity, taken, offered, others, organisations, next, merged);
    }

    /** The same, where several changes are written as one. */
    public Seats at(long next) {
        return new Seats(next, capacity, taken, offered, others, organisations, line, merged);
    }
}
