package be.leerkring.organiser.signin;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.Organisers;
import be.leerkring.desk.SignIns;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Invites organisers, and takes them off the list again; those whom the template lists only a deploy changes. Everybody
 * else on the list is told by mail, and so is whoever is taken off.
 */
@Singleton
final class InvitingOrganisers {

    /** More would be no handful, nor fit one transaction with the mails to all of them. */
    private static final int MOST = 50;

    private final Table table;
    private final Organisers organisers;
    private final SignIns signIns;
    private final ChangeLog log;
    private final Outbox outbox;
    private final Addresses addresses;
    private final SignInMail mail;
    private final Clock clock;

    InvitingOrganisers(
            Table table,
            Organisers organisers,
            SignIns signIns,
            ChangeLog log,
            Outbox outbox,
            Addresses addresses,
            SignInMail mail,
            Clock clock) {
        this.table = table;
        this.organisers = organisers;
        this.signIns = signIns;
        this.log = log;
        this.outbox = outbox;
        this.addresses = addresses;
        this.mail = mail;
        this.clock = clock;
    }

    /** What came of an invitation. */
    enum Invitation {
        SENT,
        /** The address is an organiser's already. */
        ALREADY,
        /** The list is full. */
        TOO_MANY
    }

    OrganisersSheet sheet() {
        var all = all();
        return new OrganisersSheet(all, addresses.suppressed(all.addresses().toList()));
    }

    private Organisers.All all() {
        return organisers.in(table.read(List.of(organisers.key())));
    }

    Invitation invite(EmailAddress address, Organiser by, Language language) {
        return table.decide(() -> {
            var all = all();
            if (all.has(address.text())) {
                return Decision.made(Invitation.ALREADY);
            }
            if (all.invited().size() >= MOST) {
                return Decision.made(Invitation.TOO_MANY);
            }
            var now = clock.instant();
            var invited = new ArrayList<>(all.invited());
            invited.add(new Organisers.Invited(address.text(), by.address(), now));
            var writes = new ArrayList<>(told(all, "organiser-invited", address.text(), by, now));
            writes.add(log(by, "organiser-invited", new Change("organiser", "", address.text())));
            writes.add(outbox.put(
                    mail.invitation(address, SigningIn.subject(address), by.address(), language, now)));
            return write(all, invited, writes).then(Invitation.SENT);
        });
    }

    /** Takes somebody off the list, and ends their sign-ins; nothing changes for somebody who is not on it. */
    void remove(String address, Organiser by) {
        var _ = table.decide(() -> {
            var all = all();
            var left = all.invited().stream()
                    .filter(invited -> !invited.address().equals(address))
                    .toList();
            if (left.size() == all.invited().size()) {
                return Decision.made(true);
            }
            var writes = new ArrayList<>(told(all, "organiser-removed", address, by, clock.instant()));
            writes.add(log(by, "organiser-removed", new Change("organiser", address, "")));
            return write(all, left, writes).then(true);
        });
        EmailAddress.parse(address).map(SigningIn::subject).ifPresent(signIns::endAll);
    }

    /** The mails to everybody on the list but the one who did it. */
    private List<Write> told(Organisers.All all, String what, String whom, Organiser by, Instant now) {
        return all.addresses()
                .distinct()
                .filter(address -> !address.equals(by.address()))
                .flatMap(address -> EmailAddress.parse(address).stream())
                .map(to -> outbox.put(mail.changed(to, SigningIn.subject(to), what, whom, by.address(), now)))
                .toList();
    }

    private Write log(Organiser by, String what, Change change) {
        return log.entry(by, ChangeLog.NETWORK, what, "", List.of(change));
    }

    private WriteOutcome write(Organisers.All all, List<Organisers.Invited> invited, List<Write> others) {
        var writes = new ArrayList<>(others);
        writes.addFirst(organisers.put(all, invited));
        return table.write(writes);
    }
}
