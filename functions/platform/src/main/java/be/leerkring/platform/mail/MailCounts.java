package be.leerkring.platform.mail;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Owns how many mails were sent, and what became of those that went wrong: one item a year of the network's. */
@Singleton
public final class MailCounts {

    private static final String PARTITION = "MAILED";
    private static final String COUNT = "count-";

    private final Table table;
    private final NetworkTime time;
    private final Clock clock;

    public MailCounts(Table table, NetworkTime time, Clock clock) {
        this.table = table;
        this.time = time;
        this.clock = clock;
    }

    /**
     * A year's mails.
     *
     * @param sent SES took them; a mail that it took twice is counted twice
     * @param bounced the reader's server would not have them, for good or for now
     * @param complained their readers said that they were spam
     */
    public record Year(int sent, int bounced, int complained) {}

    /** Whether a report of this state is counted. */
    static boolean counts(MailState state) {
        return state == MailState.BOUNCED || state == MailState.COMPLAINED;
    }

    /** Counts so many mails that were sent just now; none is no write. */
    public void sent(int number) {
        if (number > 0) {
            var _ = table.update(more(MailState.SENT, number));
        }
    }

    /** The write that counts so many mails more which came to this state now. */
    Write more(MailState state, int number) {
        return Write.update(key(time.local(clock.instant()).getYear()), "ADD #count :number")
                .name("#count", COUNT + state.code())
                .with(":number", number);
    }

    /** What became of a year's mails, in what was read. */
    public Year in(Map<Key, Item> found, int year) {
        var counts = Optional.ofNullable(found.get(key(year)))
                .map(item -> item.numbers(COUNT))
                .orElse(Map.of());
        return new Year(
                counts.getOrDefault(MailState.SENT.code(), 0),
                counts.getOrDefault(MailState.BOUNCED.code(), 0),
                counts.getOrDefault(MailState.COMPLAINED.code(), 0));
    }

    /** Where a year's numbers stand. */
    public Key key(int year) {
        return new Key(PARTITION, "%04d".formatted(year));
    }
}
