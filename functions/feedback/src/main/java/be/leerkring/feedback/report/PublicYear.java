package be.leerkring.feedback.report;

import be.leerkring.network.organisation.Organisation.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What everybody may read of a year. Whatever can be read in it, or reckoned from it, tells of nobody or of at least
 * {@link #FEWEST} people: {@code functions/feedback/README.md} has the argument.
 *
 * @param figures of the sessions at which so many were; the others count for nothing here
 * @param settled whether nothing in it can change any more but by a whole session
 * @param whole whether no session is left out
 */
record PublicYear(YearFigures figures, boolean settled, boolean whole) {

    /** Fewer people than these are too few to hide in. */
    static final int FEWEST = 5;

    static PublicYear of(YearFigures all, boolean settled) {
        var large = all.with(line -> line.present() >= FEWEST);
        return new PublicYear(large, settled, large.held() == all.held());
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    int present() {
        return figures.everybody().present();
    }

    Reading present(Kind kind) {
        return isTold(kind) ? Reading.of(figures.present(kind)) : Reading.HIDDEN;
    }

    Reading organisations(Kind kind) {
        return isTold(kind) ? Reading.part(figures.reached(kind), figures.listed(kind)) : Reading.HIDDEN;
    }

    private boolean isTold(Kind kind) {
        return settled && !hidden().contains(kind);
    }

    /**
     * The kinds of which too few people were there. Where all others are told, what is left of the whole is told as
     * well: so others are hidden with them, the smallest first, until those hidden are enough people together.
     */
    Set<Kind> hidden() {
        var hidden = EnumSet.noneOf(Kind.class);
        Stream.of(Kind.values())
                .filter(kind -> figures.present(kind) > 0 && most(List.of(kind)) < FEWEST)
                .forEach(hidden::add);
        while (!hidden.isEmpty() && most(hidden) < FEWEST) {
            hidden.add(smallestBeside(hidden));
        }
        return hidden;
    }

    /** Somebody is of another kind, for at least {@link #FEWEST} were at each session. */
    private Kind smallestBeside(Set<Kind> hidden) {
        return Stream.of(Kind.values())
                .filter(kind -> figures.present(kind) > 0 && !hidden.contains(kind))
                .min((one, other) -> Integer.compare(figures.present(one), figures.present(other)))
                .orElseThrow();
    }

    /** At least so many different people are of these kinds: as many as were at one session. */
    private int most(Collection<Kind> kinds) {
        return figures.sessions().stream()
                .mapToInt(line -> kinds.stream().mapToInt(kind -> line.figures().of(kind).present()).sum())
                .max()
                .orElse(0);
    }

    /** Not where a few came back, or a few were at every session but one: a subtraction would tell. */
    Reading unique() {
        var unique = figures.unique();
        var told = settled
                && whole
                && isLarge(present() - unique)
                && figures.sessions().stream().allMatch(line -> isLarge(unique - line.present()));
        return told ? Reading.of(unique) : Reading.HIDDEN;
    }

    /** Not where all but a few answered. */
    Reading answers() {
        var answers = figures.satisfaction().answers();
        var told = settled && answers.of().isPresent()
                && isLarge(answers.of().getAsInt() - (int) answers.value().getAsDouble());
        return told ? answers : Reading.HIDDEN;
    }

    Satisfaction satisfaction() {
        return settled ? figures.satisfaction() : Satisfaction.NONE;
    }

    Reading contacts() {
        return isLarge(figures.contacts()) ? Reading.of(figures.contacts()) : Reading.HIDDEN;
    }

    /** Nobody, or enough to hide in. */
    private static boolean isLarge(int people) {
        return people == 0 || people >= FEWEST;
    }
}
