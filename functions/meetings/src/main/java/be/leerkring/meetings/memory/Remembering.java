package be.leerkring.meetings.memory;

import be.leerkring.meetings.Meeting;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Remembers who met whom at a session, once. Where that session is closed already, or a later one is, their figures
 * were frozen without these meetings: they are put right in the same transaction.
 */
@Singleton
public final class Remembering {

    /** Beyond every year of a session. */
    private static final int LAST_YEAR = 9999;

    private final Table table;
    private final MeetingMemory memory;
    private final Figures figures;

    public Remembering(Table table, MeetingMemory memory, Figures figures) {
        this.table = table;
        this.memory = memory;
        this.figures = figures;
    }

    /** Remembers a session; one that is remembered already stays as it is. */
    public void remember(Session session, Collection<Meeting> meetings) {
        table.settle(() -> {
            var found = table.read(List.of(figures.turnKey()));
            var before = memory.network();
            if (before.has(session.id())) {
                return new WriteOutcome.Written();
            }
            var writes = new ArrayList<Write>(memory.remember(session, meetings, List.of()));
            writes.add(figures.turn(found));
            var network = before.with(OrganisationsMet.of(session, meetings, List.of()));
            figures.closed(figures.year(session.start()), LAST_YEAR).stream()
                    .filter(closed -> !closed.start().isBefore(session.start()))
                    .map(closed -> figures.mend(closed, network.pairsAfter(closed.session(), closed.start())))
                    .forEach(writes::add);
            return table.write(writes);
        });
    }
}
