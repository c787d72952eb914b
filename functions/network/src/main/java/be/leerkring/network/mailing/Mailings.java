package be.leerkring.network.mailing;

import be.leerkring.network.participant.Participants;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails many people, each once. It looks at some at a time and decides each one's mail in a transaction of its own;
 * each time ends with a mark. So it can be cut off anywhere and taken up again: the mails' keys keep anybody from
 * getting one twice, the marks keep anybody from being left out. A mail is decided only while its reader stands as they
 * were read; whose state changed meanwhile is read anew. Who can't be read is left out, and holds up nobody.
 */
@Singleton
public final class Mailings {

    private static final Logger LOG = LoggerFactory.getLogger(Mailings.class);

    /** So many people are looked at between two marks. */
    static final int AT_ONCE = 100;

    private final Table table;
    private final Marks marks;
    private final Clock clock;

    public Mailings(Table table, Marks marks, Clock clock) {
        this.table = table;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Goes on with a mailing that began.
     *
     * @param mailing what it is, by its place; where it is none any more, nobody else is mailed
     */
    public <P> void finish(Mark.MailingKey key, Function<Mark.MailingKey, Optional<Mailing<P>>> mailing, Run run) {
        var mark = marks.find(key);
        if (!mark.done()) {
            mailing.apply(key).ifPresentOrElse(
                    what -> goOn(what, mark, run), () -> marks.put(mark.end(), clock.instant()));
        }
    }

    /**
     * Goes on with a mailing until it is done, or the run is over.
     *
     * @param begun how far it is
     */
    public <P> void goOn(Mailing<P> mailing, Mark begun, Run run) {
        var mark = begun;
        while (!mark.done() && !run.isOver()) {
            mark = lookAtSome(mailing, mark);
            marks.put(mark, mailing.session().end());
        }
    }

    private <P> Mark lookAtSome(Mailing<P> mailing, Mark mark) {
        var page = page(mailing.readers(), mark);
        var looks = page.found().stream().map(item -> look(mailing, item)).toList();
        return new Mark(
                mark.key(),
                mark.due(),
                page.seen().isEmpty() ? mark.after() : Optional.of(page.seen().getLast()),
                mark.seen() + page.seen().size(),
                mark.mailed() + Collections.frequency(looks, Look.MAILED),
                mark.unreadable() + Collections.frequency(looks, Look.UNREADABLE),
                page.last());
    }

    /**
     * The people who are next.
     *
     * @param seen their keys
     * @param found the registrations of those who have one by now
     * @param last whether nobody comes after them
     */
    private record Page(List<String> seen, List<Item> found, boolean last) {}

    private Page page(Readers readers, Mark mark) {
        var session = mark.key().session();
        return switch (readers) {
            case Readers.Everybody() -> {
                var query = Participants.query(session).consistent().limit(AT_ONCE);
                mark.after().ifPresent(person -> query.after(Participants.key(session, person)));
                var found = table.queryPage(query);
                yield new Page(found.stream().map(Mailings::person).toList(), found, found.size() < AT_ONCE);
            }
            case Readers.Listed(var people) -> {
                var seen = people.stream().skip(mark.seen()).limit(AT_ONCE).toList();
                var keys = seen.stream().map(person -> Participants.key(session, person)).toList();
                var found = table.read(keys);
                yield new Page(
                        seen,
                        keys.stream().filter(found::containsKey).map(found::get).toList(),
                        mark.seen() + seen.size() == people.size());
            }
        };
    }

    private static String person(Item item) {
        return Participants.subject(item.key()).person();
    }

    /** What came of a look at somebody. */
    private enum Look {
        MAILED,
        NOT_CONCERNED,
        UNREADABLE
    }

    private <P> Look look(Mailing<P> mailing, Item item) {
        var person = read(mailing, item);
        if (person.filter(mailing.concerned()).isEmpty()) {
            return person.isEmpty() ? Look.UNREADABLE : Look.NOT_CONCERNED;
        }
        if (decide(mailing, item, person.get()) instanceof WriteOutcome.Refused) {
            table.settle(() -> decideAnew(mailing, item.key()));
        }
        return Look.MAILED;
    }

    private static <P> Optional<P> read(Mailing<P> mailing, Item item) {
        try {
            return Optional.of(mailing.read().apply(item));
        } catch (RuntimeException damaged) {
            LOG.error("{} can't be read, and gets no mail of {}", item.key(), mailing.key(), damaged);
            return Optional.empty();
        }
    }

    /** Refused where this person changed since they were read; a mail that was decided before is as good as decided. */
    private <P> WriteOutcome decide(Mailing<P> mailing, Item item, P person) {
        var writes = new ArrayList<Write>();
        writes.add(Participants.still(item));
        writes.addAll(mailing.mail().apply(person));
        return switch (table.write(writes)) {
            case WriteOutcome.Refused refused when refused.at().contains(item.key()) -> refused;
            case WriteOutcome.Refused _,WriteOutcome.Written _ -> new WriteOutcome.Written();
        };
    }

    private <P> WriteOutcome decideAnew(Mailing<P> mailing, Key key) {
        return Optional.ofNullable(table.read(List.of(key)).get(key))
                .flatMap(item -> read(mailing, item)
                        .filter(mailing.concerned())
                        .map(person -> decide(mailing, item, person)))
                .orElseGet(WriteOutcome.Written::new);
    }
}
