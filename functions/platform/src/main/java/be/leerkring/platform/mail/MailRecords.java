package be.leerkring.platform.mail;

import be.leerkring.platform.language.Words;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what became of the mails in the outbox. */
@Singleton
public final class MailRecords {

    private static final int LOOKED_AT = 25;

    /** As many as DynamoDB reads in one round trip. */
    private static final int AT_ONCE = 100;

    private final Table table;

    public MailRecords(Table table) {
        this.table = table;
    }

    /** What is known of the mails about this subject, but for their texts: the first decided first. */
    public Stream<MailRecord> about(String subject) {
        return table.query(Query.of("pk = :subject")
                .consistent()
                .project("pk, sk, #state, purpose, queuedAt, finishedAt, #to, subject, #language, quoted, "
                        + "quotedLanguage, cause, report")
                .name("#state", "state")
                .name("#to", "to")
                .name("#language", "language")
                .with(":subject", QueuedMails.PREFIX + subject))
                .map(MailRecords::mailRecord)
                .sorted(Comparator.comparing(MailRecord::queuedAt));
    }

    /** What is known of up to 100 mails; those that are gone are left out. */
    public List<MailRecord> find(Collection<Key> keys) {
        return keys.isEmpty()
                ? List.of()
                : table.read(keys).values().stream().map(MailRecords::mailRecord).toList();
    }

    /**
     * What became of the same mail to many.
     *
     * @return the state by the subject that the mail is about; where there is no such mail, the subject is left out
     */
    public Map<String, MailState> states(String purpose, long revision, List<String> subjects) {
        var states = new HashMap<String, MailState>();
        for (int from = 0; from < subjects.size(); from += AT_ONCE) {
            var some = subjects.subList(from, Math.min(subjects.size(), from + AT_ONCE)).stream()
                    .collect(Collectors.toMap(
                            subject -> QueuedMails.key(subject, purpose, revision), subject -> subject));
            table.read(some.keySet()).forEach((key, item) -> states.put(
                    some.get(key), MailState.valueOf(item.required("state"))));
        }
        return states;
    }

    /** The last mails that did not reach their readers, the latest first. */
    public List<MailRecord> trouble(int most) {
        var keys = table.queryPage(Query.of("due = :trouble")
                .index("due")
                .with(":trouble", QueuedMails.TROUBLE)
                .backwards()
                .limit(most)).stream()
                .map(Item::key)
                .toList();
        return find(keys).stream()
                .filter(MailRecord::isTrouble)
                .sorted(Comparator.comparing(MailRecord::lastAt).reversed())
                .toList();
    }

    /** Since when the oldest mail waits to be sent, of the first 25 to be sent; empty where none waits. */
    public Optional<Instant> oldestUnsent() {
        var keys = table.queryPage(Query.of("due = :mail")
                .index("due")
                .with(":mail", QueuedMails.UNSENT)
                .limit(LOOKED_AT)).stream()
                .map(Item::key)
                .toList();
        return keys.isEmpty()
                ? Optional.empty()
                : table.read(keys).values().stream()
                        .flatMap(item -> item.moment("queuedAt").stream())
                        .min(Comparator.naturalOrder());
    }

    private static List<Words> subject(Item item) {
        var line = new Words(item.required("subject"), item.text("language", ""));
        return line.around(new Words(item.text("quoted", ""), item.text("quotedLanguage", "")));
    }

    private static MailRecord mailRecord(Item item) {
        return new MailRecord(
                item.key(),
                item.required("purpose"),
                MailState.valueOf(item.required("state")),
                item.required("to"),
                subject(item),
                item.requiredMoment("queuedAt"),
                item.moment("finishedAt"),
                item.text("report", item.text("cause", "")));
    }
}
