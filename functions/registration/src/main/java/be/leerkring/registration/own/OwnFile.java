package be.leerkring.registration.own;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.meetings.plan.OwnDates;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.FollowUps;
import be.leerkring.network.participant.PassRequest;
import be.leerkring.network.participant.PassRequests;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.AddressChange;
import be.leerkring.registration.AddressChanges;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.Messages;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.need.Needs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is kept about a person who registered for a session, as it stands when they ask for it (GDPR, article 15).
 * An answer to a request for feedback is not among it, for nobody can tell whose it is.
 *
 * @param needs what the person said that they need
 * @param later what the person answered three months after the session
 * @param dates whom they meet at the speed-dating, once that is announced
 * @param planned whether they are in a plan for it that is not
 * @param newAddress where they asked to be reached instead, and did not confirm yet
 * @param passing whom they asked to take over their seat, while that runs
 * @param elsewhere for which other sessions their address leads to a registration of theirs: the sessions' ids
 * @param log what the session's log says about them
 * @param standing what is known of their address
 */
public record OwnFile(
        Destination.Found there,
        Needs needs,
        Optional<FollowUp> later,
        OwnDates dates,
        boolean planned,
        OwnMeetings meetings,
        Optional<AddressChange> newAddress,
        Optional<PassRequest> passing,
        List<String> elsewhere,
        List<MailRecord> mails,
        List<Message> messages,
        List<LogEntry> log,
        Addresses.Standing standing) {

    /** Reads it. */
    @Singleton
    static final class Reader {

        private final Table table;
        private final Destinations destinations;
        private final Mailboxes mailboxes;
        private final AddressChanges addressChanges;
        private final PassRequests passRequests;
        private final SpeedDatingPlans plans;
        private final FollowUps followUps;
        private final KeptNeeds keptNeeds;
        private final OwnMeetings.Reader meetings;
        private final Messages messages;
        private final MailRecords mails;
        private final ChangeLog log;
        private final Addresses addresses;

        Reader(
                Table table,
                Destinations destinations,
                Mailboxes mailboxes,
                AddressChanges addressChanges,
                PassRequests passRequests,
                SpeedDatingPlans plans,
                FollowUps followUps,
                KeptNeeds keptNeeds,
                OwnMeetings.Reader meetings,
                Messages messages,
                MailRecords mails,
                ChangeLog log,
                Addresses addresses) {
            this.table = table;
            this.destinations = destinations;
            this.mailboxes = mailboxes;
            this.addressChanges = addressChanges;
            this.passRequests = passRequests;
            this.plans = plans;
            this.followUps = followUps;
            this.keptNeeds = keptNeeds;
            this.meetings = meetings;
            this.messages = messages;
            this.mails = mails;
            this.log = log;
            this.addresses = addresses;
        }

        /** Follows a link: one round trip, and nothing changes. */
        Destinations.Look follow(Token token) {
            var person = PersonKey.of(token.claimedSubject());
            return destinations.look(token, MyLink.PURPOSE, session -> Stream.concat(
                    Stream.of(plans.key(session)),
                    person.stream().flatMap(key -> Stream.of(followUps.key(key), keptNeeds.key(key)))).toList());
        }

        /**
         * The file of whoever followed a link.
         *
         * @param found what was read on the way
         */
        OwnFile of(Destination.Found there, Map<Key, Item> found) {
            var participant = there.registration().participant();
            var key = new PersonKey(participant.session(), participant.person());
            var plan = plans.in(found, participant.session()).filter(all -> all.has(participant.person()));
            var beside = table.read(List.of(
                    meetings.key(participant.identity()), mailboxes.key(participant.email()), addressChanges.key(key),
                    passRequests.key(key)));
            return new OwnFile(
                    there,
                    keptNeeds.in(found, key),
                    followUps.in(found, key),
                    plan.filter(SpeedDates::isAnnounced)
                            .map(all -> OwnDates.of(all, participant.person()))
                            .orElse(OwnDates.NONE),
                    plan.filter(all -> !all.isAnnounced()).isPresent(),
                    meetings.of(participant.identity(), beside),
                    addressChanges.in(beside, key).filter(change -> !change.done()),
                    passRequests.in(beside, key),
                    elsewhere(mailboxes.in(beside, participant.email()), participant.identity(), key),
                    mails.about(participant.subject()).toList(),
                    messages.to(key),
                    log.about(participant.session(), participant.person()),
                    addresses.standing(participant.email().text()));
        }

        private static List<String> elsewhere(Mailbox mailbox, String identity, PersonKey here) {
            return mailbox.entries().stream()
                    .filter(entry -> entry.identity().equals(identity))
                    .map(entry -> entry.key().session())
                    .filter(session -> !session.equals(here.session()))
                    .distinct()
                    .toList();
        }
    }
}
