package be.leerkring.organiser.signin;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.Organisers;
import be.leerkring.desk.SignIns;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Invites organisers, and takes them off the list again; those whom the template lists only a deploy changes. */
@Singleton
final class InvitingOrganisers {

    /** More would not fit a page, nor a handful. */
    private static final int MOST = 100;

    private final Table table;
    private final Organisers organisers;
    private final SignIns signIns;
    private final ChangeLog log;
    private final Outbox outbox;
    private final SignInMail mail;
    private final Clock clock;

    InvitingOrganisers(
            Table table,
            Organisers organisers,
            SignIns signIns,
            ChangeLog log,
            Outbox outbox,
            SignInMail mail,
            Clock clock) {
        this.table = table;
        this.organisers = organisers;
        this.signIns = signIns;
        this.log = log;
        this.outbox = outbox;
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

    /** All organisers: one round trip. */
    Organisers.All all() {
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
            return write(
                    all,
                    invited,
                    log.entry(
                            by,
                            ChangeLog.NETWORK,
                            "organiser-invited",
                            "",
                            List.of(new Change("organiser", "", address.text()))),
                    outbox.put(mail.invitation(
                            address, SigningIn.subject(address), by.address(), language, now)))
                    .then(Invitation.SENT);
        });
    }

    /** Takes somebody off the list, and ends their sign-ins; nothing changes for somebody who is not on it. */
    void remove(String address, Organiser by) {
        var _ = table.decide(() -> {
            var all = all();
            var left = all.invited().stream()
                    .filter(invited -> !invited.address().equals(address))
                    .toList();
            return left.size() == all.invited().size()
                    ? Decision.made(true)
                    : write(
                            all,
                            left,
                            log.entry(
                                    by,
                                    ChangeLog.NETWORK,
                                    "organiser-removed",
                                    "",
                                    List.of(new Change("organiser", address, ""))))
                            .then(true);
        });
        EmailAddress.parse(address).map(SigningIn::subject).ifPresent(signIns::endAll);
    }

    private WriteOutcome write(
            Organisers.All all, List<Organisers.Invited> invited, Write... others) {
        var writes = new ArrayList<>(List.of(organisers.put(all, invited)));
        writes.addAll(List.of(others));
        return table.write(writes);
    }
}
