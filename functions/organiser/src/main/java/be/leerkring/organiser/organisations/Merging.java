package be.leerkring.organiser.organisations;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.organiser.OrganisationChanges;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges organisations. No registration is written: whoever reads one asks the list whose it is. Only the seats of the
 * sessions that are not over have to know, for their rules count an organisation's seats.
 *
 * <p>The list is written last. Where there are more sessions than one transaction takes, those before it may be cut off
 * from it; then nothing is merged yet but for the seats, and pressing the button again does the rest.
 */
@Singleton
final class Merging {

    /** So many items are read at once; and as many seats are written at once as keep a transaction small. */
    private static final int READ_AT_ONCE = 100;

    private static final int WRITTEN_AT_ONCE = 25;

    /** At the door, seats are still given and taken after the beginning. */
    private static final Duration BACK = Duration.ofDays(2);

    private static final Duration AHEAD = Duration.ofDays(3650);

    private final Organisations organisations;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final OrganisationChanges changes;
    private final ChangeLog log;
    private final Table table;
    private final Clock clock;

    Merging(
            Organisations organisations,
            Sessions sessions,
            SeatCounts seatCounts,
            OrganisationChanges changes,
            ChangeLog log,
            Table table,
            Clock clock) {
        this.organisations = organisations;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.changes = changes;
        this.log = log;
        this.table = table;
        this.clock = clock;
    }

    /**
     * What an organiser wants merged.
     *
     * @param from the id of the one that is no longer listed then
     * @param into the id of the one that stays
     * @param fromRevision as the organiser saw it
     * @param intoRevision the same
     */
    record Wish(String from, String into, long fromRevision, long intoRevision) {}

    /** What came of it. */
    enum Outcome {
        DONE,
        /** Nothing was done: one of them is no longer what the organiser saw. */
        CONFLICT,
        /** There is no such organisation. */
        UNKNOWN
    }

    /** What merging these two would do; empty where one of them is not listed. */
    Optional<Merger> look(OrganisationList list, String from, String into) {
        return own(list, from)
                .filter(one -> !from.equals(into))
                .flatMap(one -> own(list, into).map(other -> new Merger(one, other, coming())));
    }

    private static Optional<Organisation> own(OrganisationList list, String id) {
        return list.find(id).filter(organisation -> organisation.id().equals(id));
    }

    private List<Merger.Coming> coming() {
        var now = clock.instant();
        var coming = sessions.startedBetween(now.minus(BACK), now.plus(AHEAD)).toList();
        var found = new HashMap<Key, Item>();
        for (int start = 0; start < coming.size(); start += READ_AT_ONCE) {
            found.putAll(seats(coming.subList(start, Math.min(coming.size(), start + READ_AT_ONCE))));
        }
        return coming.stream()
                .filter(session -> found.containsKey(seatCounts.key(session.id())))
                .map(session -> new Merger.Coming(session, seatCounts.in(found, session.id())))
                .toList();
    }

    private Map<Key, Item> seats(List<Session> some) {
        return table.read(some.stream().map(session -> seatCounts.key(session.id())).toList());
    }

    Outcome merge(Wish wish, Organiser who) {
        return table.decide(() -> {
            var list = organisations.read();
            if (!wish.from().equals(wish.into()) && list.canonical(wish.from()).equals(wish.into())) {
                return Decision.made(Outcome.DONE);
            }
            var merger = look(list, wish.from(), wish.into());
            if (merger.isEmpty()) {
                return Decision.made(Outcome.UNKNOWN);
            }
            return merger.get().from().revision() == wish.fromRevision()
                    && merger.get().into().revision() == wish.intoRevision()
                            ? write(merger.get(), list, who)
                            : Decision.made(Outcome.CONFLICT);
        });
    }

    private Decision<Outcome> write(Merger merger, OrganisationList list, Organiser who) {
        var writes = new ArrayList<>(seats(merger));
        while (writes.size() > WRITTEN_AT_ONCE) {
            var some = writes.subList(0, WRITTEN_AT_ONCE);
            if (table.write(List.copyOf(some)) instanceof WriteOutcome.Refused) {
                return new Decision.Refused<>();
            }
            some.clear();
        }
        writes.add(organisations.put(list.with(list.all().stream()
                .filter(other -> !other.id().equals(merger.from().id()))
                .map(other -> other.id().equals(merger.into().id()) ? merger.result() : other)
                .toList())));
        writes.add(log.entry(
                who, ChangeLog.NETWORK, "organisation-merged", merger.from().name(), told(merger)));
        return table.write(writes).then(Outcome.DONE);
    }

    /** The seats that don't know it yet. */
    private List<Write> seats(Merger merger) {
        var into = merger.into().id();
        return merger.coming().stream()
                .filter(coming -> !merger.ids().stream()
                        .allMatch(id -> into.equals(coming.seats().merged().get(id))))
                .map(coming -> seatCounts.put(coming.session(), coming.seats().merge(merger.ids(), into)))
                .toList();
    }

    private List<Change> told(Merger merger) {
        var told = new ArrayList<Change>();
        told.add(new Change("organisation", merger.from().name(), merger.into().name()));
        told.addAll(changes.between(Optional.of(merger.into()), Optional.of(merger.result())));
        return told;
    }
}
