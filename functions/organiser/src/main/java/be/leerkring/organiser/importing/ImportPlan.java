package be.leerkring.organiser.importing;

import be.leerkring.desk.Change;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.organiser.ImportResult;
import be.leerkring.platform.table.Sha256;
import java.util.List;
import java.util.stream.Stream;

/**
 * What taking over a text would do.
 *
 * @param lines each of its lines that says anything
 * @param next the list afterwards
 */
public record ImportPlan(ImportTable table, List<ImportPlan.Line> lines, OrganisationList next) {

    private static final int FINGERPRINT = 16;

    /** What a line does. */
    sealed interface Line {

        long number();

        /** There is no such organisation yet. */
        record Added(long number, Organisation organisation) implements Line {}

        /** The line says something else than the list does. */
        record Changed(long number, Organisation before, Organisation after, List<Change> differences)
                implements
                    Line {}

        /** The list says so already. */
        record Same(long number, Organisation organisation) implements Line {}

        /**
         * It can't be taken.
         *
         * @param name what stands in it for a name
         * @param reason the key of the text that says why
         * @param about what the text names
         */
        record Refused(long number, String name, String reason, String about) implements Line {}
    }

    List<Line.Added> added() {
        return of(Line.Added.class).toList();
    }

    List<Line.Changed> changed() {
        return of(Line.Changed.class).toList();
    }

    List<Line.Refused> refused() {
        return of(Line.Refused.class).toList();
    }

    int same() {
        return (int) of(Line.Same.class).count();
    }

    private <T extends Line> Stream<T> of(Class<T> type) {
        return lines.stream().filter(type::isInstance).map(type::cast);
    }

    /** How many organisations would be other than they are. */
    int size() {
        return added().size() + changed().size();
    }

    /** Whether there is anything to take, and room for it. */
    boolean isPossible() {
        return size() > 0 && next.fits();
    }

    /** The same for what does the same: whoever looked at a plan agreed to this one only. */
    String fingerprint() {
        return Sha256.of(lines.toString(), FINGERPRINT);
    }

    ImportResult result() {
        return new ImportResult(added().size(), changed().size(), refused().size());
    }
}
