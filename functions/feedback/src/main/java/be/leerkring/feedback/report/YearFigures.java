package be.leerkring.feedback.report;

import be.leerkring.network.figures.Heads;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.organisation.OrganisationList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What a year came to, counted from the figures of its sessions.
 *
 * @param sessions those that are closed, the earliest first
 * @param organisations the network's list as it is now
 * @param calledOff how many sessions did not take place
 * @param contacts how many pairs of people wished, both, to stay in touch after one of the sessions
 * @param added how many of the entries that the knowledge base has now were added in the year
 * @param around what the year came to beside its sessions
 */
record YearFigures(
        int year,
        List<SessionLine> sessions,
        OrganisationList organisations,
        int calledOff,
        int contacts,
        int added,
        Around around) {

    /** The same with only these of its sessions. */
    YearFigures with(Predicate<SessionLine> these) {
        return new YearFigures(
                year, sessions.stream().filter(these).toList(), organisations, calledOff, contacts, added, around);
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    int held() {
        return sessions.size();
    }

    int seats() {
        return sum(line -> line.figures().capacity());
    }

    /** All people of all sessions: whoever came to three counts as three. */
    Heads everybody() {
        return sessions.stream().map(line -> line.figures().everybody()).reduce(Heads.NONE, Heads::plus);
    }

    /** How many people of this kind of organisation were there; whoever came to three sessions counts as three. */
    int present(Kind kind) {
        return sum(line -> line.figures().of(kind).present());
    }

    /** How many different people were at one of the sessions or more. */
    int unique() {
        return sum(line -> line.figures().newPeople());
    }

    /** The organisations, by their ids of today, of which somebody was there: those that the list had at that time. */
    private Set<String> reached() {
        var reached = new TreeSet<String>();
        sessions.forEach(line -> line.figures().reached().stream().map(organisations::canonical).forEach(reached::add));
        return reached;
    }

    /** How many listed organisations were reached. */
    int reachedOrganisations() {
        return reached().size();
    }

    /** How many of this kind were reached, as the list has them now. */
    int reached(Kind kind) {
        return (int) reached().stream()
                .flatMap(id -> organisations.find(id).stream())
                .filter(organisation -> organisation.kind() == kind)
                .count();
    }

    /** How many organisations that were reached the list has no more. */
    int gone() {
        return (int) reached().stream().filter(id -> organisations.find(id).isEmpty()).count();
    }

    /** How many organisations outside the list were reached. */
    int unlisted() {
        return sum(line -> line.figures().newUnlisted());
    }

    /** How many organisations of this kind the list has now. */
    int listed(Kind kind) {
        return (int) organisations.all().stream().filter(organisation -> organisation.kind() == kind).count();
    }

    /** The listed organisations of which nobody was there, in the list's order. */
    List<Organisation> neverThere() {
        var reached = reached();
        return organisations.all().stream().filter(organisation -> !reached.contains(organisation.id())).toList();
    }

    Satisfaction satisfaction() {
        return Satisfaction.of(sessions);
    }

    /** How many pairs of organisations met for the first time. */
    int firstMeetings() {
        return sum(line -> line.figures().pairs().first());
    }

    /** How many pairs had met by the last session, out of how many at that moment; nothing where no session knows. */
    Reading pairs() {
        return sessions.reversed().stream()
                .map(line -> line.figures().pairs())
                .filter(pairs -> pairs.possible() > 0)
                .findFirst()
                .map(pairs -> Reading.part(pairs.soFar(), pairs.possible()))
                .orElse(Reading.NONE);
    }

    /** How many of its sessions are so. */
    int count(Predicate<SessionLine> such) {
        return (int) sessions.stream().filter(such).count();
    }

    private int sum(ToIntFunction<SessionLine> figure) {
        return sessions.stream().mapToInt(figure).sum();
    }
}
