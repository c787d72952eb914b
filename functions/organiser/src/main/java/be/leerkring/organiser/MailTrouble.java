package be.leerkring.organiser;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Mails that did not reach their readers, and what an organiser can do about them. */
@Singleton
public final class MailTrouble {

    /** The last so many; older ones are history. */
    public static final int SHOWN = 50;

    private final Table table;
    private final MailRecords records;
    private final QueuedMails mails;
    private final Addresses addresses;
    private final ChangeLog log;

    MailTrouble(Table table, MailRecords records, QueuedMails mails, Addresses addresses, ChangeLog log) {
        this.table = table;
        this.records = records;
        this.mails = mails;
        this.addresses = addresses;
        this.log = log;
    }

    /**
     * What there is.
     *
     * @param suppressed those of the readers' addresses that take no mail by now
     */
    public record Found(List<MailRecord> mails, Set<String> suppressed) {}

    public Found find() {
        var trouble = records.trouble(SHOWN);
        return new Found(
                trouble,
                addresses.suppressed(trouble.stream().map(MailRecord::to).toList()).keySet());
    }

    /** Lets a mail be tried again that failed; nothing changes where it did not, or is gone. */
    public void again(Key key, Organiser by) {
        table.attempt(
                List.of(mails.again(key), log.entry(by, ChangeLog.NETWORK, "mail-again", key.sort(), List.of())));
    }

    /** Lets an address get mail again: somebody has mended the mailbox. */
    public void lift(String address, Organiser by) {
        table.attempt(List.of(
                addresses.lift(address), log.entry(by, ChangeLog.NETWORK, "address-lifted", "", List.of())));
    }
}
