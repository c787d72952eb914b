package be.leerkring.network.cooperation;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Owns the reports that no organiser has looked at yet. One that was looked at is gone; whoever wrote it has it in
 * their answer, and when they change it there it is to be looked at again.
 */
@Singleton
public final class Reports {

    private static final String PARTITION = "REPORTED";
    private static final String DUE = "REPORTED";

    private final Table table;
    private final Clock clock;

    public Reports(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Where a report stands: by the session's day, the session, the person, and the number in the person's answer. */
    public Key key(Session session, PersonKey by, int number) {
        var day = Attribute.sortable(session.start()).substring(0, "2017-03-23".length());
        return key(day + "#" + by.session() + "#" + by.person() + "#" + number);
    }

    private static Key key(String text) {
        return new Key(PARTITION, text);
    }

    /** How many are to be looked at. */
    public int count() {
        return table.count(due());
    }

    /** All that are to be looked at, the first first: one query, and a read for each hundred of them. */
    public List<Report> open() {
        return table.read(table.query(due()).map(Item::key).toList()).values().stream()
                .map(Reports::report)
                .sorted(Comparator.comparing(Report::at).thenComparing(Report::key))
                .toList();
    }

    /** Those of these, each {@link Report#seen} so, that still stand as they were seen: one read. */
    public List<Report> standing(Collection<String> seen) {
        var keys = seen.stream().map(one -> key(one.substring(0, Math.max(0, one.lastIndexOf('@')))))
                .filter(key -> !key.sort().isEmpty())
                .toList();
        return table.read(keys).values().stream()
                .map(Reports::report)
                .filter(report -> seen.contains(report.seen()))
                .toList();
    }

    /** Those whose time is not over: a report is due by the moment at which it is forgotten. */
    private Query due() {
        return Query.of("due = :reported AND dueAt > :now")
                .index("due")
                .with(":reported", DUE)
                .with(":now", clock.instant());
    }

    /**
     * The write of what somebody reports under this number of their answer, in the place of what it said before.
     */
    public Write put(FollowUp answer, int number, Participant participant, Session session) {
        return put(answer, number, answer.reported().get(number), false, participant, session);
    }

    /** The write that takes a report back: an organiser is to hear of it. */
    public Write takeBack(
            FollowUp answer, int number, Reported formerly, Participant participant, Session session) {
        return put(answer, number, formerly.takenBack(), true, participant, session);
    }

    private Write put(
            FollowUp answer, int number, Reported what, boolean takenBack, Participant participant,
            Session session) {
        return Write.put(what.writeTo(Item.at(key(session, answer.by(), number)))
                .with("session", answer.by().session())
                .with("organisationId", participant.organisationId())
                .with("organisation", participant.organisation())
                .with("used", takenBack ? "" : answer.used())
                .with("takenBack", takenBack)
                .with("language", participant.language().code())
                .with("at", answer.at())
                .with("due", DUE)
                .with("dueAt", session.forgottenAt())
                .with("expires", Item.seconds(session.forgottenAt())));
    }

    /** The write by which an organiser is done with a report; refused when it changed since, or is gone. */
    public Write done(Report read) {
        return Write.delete(key(read.key())).when("#at = :at").name("#at", "at").with(":at", read.at());
    }

    private static Report report(Item item) {
        return new Report(
                item.key().sort(),
                item.required("session"),
                new Side(item.text("organisationId", ""), item.text("organisation", "")),
                Reported.readFrom(item),
                item.text("used", ""),
                item.flag("takenBack"),
                new Language(item.required("language")),
                item.requiredMoment("at"));
    }
}
