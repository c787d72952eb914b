package be.leerkring.platform.mail;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Writes what is reported of mails after they were handed over: in any order, and more than once. */
@Singleton
public final class MailReports {

    private final Table table;
    private final MailCounts counts;
    private final Clock clock;

    public MailReports(Table table, MailCounts counts, Clock clock) {
        this.table = table;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * What is reported of a mail; where such mails are counted, it is counted in the same transaction.
     *
     * @param detail in the reporter's words; may be empty
     * @return whether that is news; it is not where as much was reported before, or where the mail is gone
     */
    public boolean take(Key key, MailState state, String messageId, String detail) {
        var ending = new MailEnding(state, state.isTrouble(), false);
        var values = ending.values(clock.instant());
        values.put(":value", Item.text(detail));
        values.put(":id", Item.text(messageId));
        var lower = new ArrayList<String>();
        for (var before : state.before()) {
            lower.add(":" + before.code());
            values.put(":" + before.code(), before.value());
        }
        var mark = Write.update(key, ending.expression(", messageId = :id"))
                .when("#state IN (" + String.join(", ", lower) + ")")
                .name("#state", "state")
                .name("#detail", "report")
                .with(values);
        return MailCounts.counts(state)
                ? table.write(List.of(mark, counts.more(state, 1))) instanceof WriteOutcome.Written
                : table.update(mark).isPresent();
    }
}
