package be.leerkring.registration.own;

import be.leerkring.desk.ChangeLog;
import be.leerkring.meetings.plan.Announcements;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.AddressChanges;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.message.Messages;
import be.leerkring.registration.need.KeptNeeds;
import jakarta.inject.Singleton;
import java.util.List;

/** Erases what is kept about a person beside the registration: nothing of it is needed to do it again half-way. */
@Singleton
final class Traces {

    private final Table table;
    private final Links links;
    private final MailRecords mailRecords;
    private final AddressChanges addressChanges;
    private final KeptNeeds keptNeeds;
    private final Messages messages;
    private final Announcements announcements;
    private final ChangeLog changeLog;
    private final UnprovenMails unproven;
    private final Addresses addresses;
    private final Outbox outbox;

    Traces(
            Table table,
            Links links,
            MailRecords mailRecords,
            AddressChanges addressChanges,
            KeptNeeds keptNeeds,
            Messages messages,
            Announcements announcements,
            ChangeLog changeLog,
            UnprovenMails unproven,
            Addresses addresses,
            Outbox outbox) {
        this.table = table;
        this.links = links;
        this.mailRecords = mailRecords;
        this.addressChanges = addressChanges;
        this.keptNeeds = keptNeeds;
        this.messages = messages;
        this.announcements = announcements;
        this.changeLog = changeLog;
        this.unproven = unproven;
        this.addresses = addresses;
        this.outbox = outbox;
    }

    /** What is known under these keys, one a form; but for the link by which the person asks, which goes last. */
    void erase(List<PersonKey> forms, Token asks) {
        for (var form : forms) {
            table.delete(mailRecords.about(form.subject()).map(MailRecord::key).toList());
            table.delete(links.about(form.subject()).filter(key -> !key.equals(links.key(asks))).toList());
            messages.forget(form);
            announcements.forget(form);
            changeLog.forget(form.session(), form.person());
        }
        table.delete(forms.stream().map(addressChanges::key).toList());
        table.delete(forms.stream().map(keptNeeds::key).toList());
    }

    /** How often this address was mailed; and, where it leads nowhere else, all that is known of it. */
    void erase(EmailAddress address, String session, boolean leadsElsewhere) {
        table.delete(unproven.personal(address, session));
        table.delete(unproven.personal(address, Mailboxes.ABOUT));
        if (!leadsElsewhere) {
            addresses.forget(address.text());
            outbox.forgetLinks(address.text());
        }
    }
}
