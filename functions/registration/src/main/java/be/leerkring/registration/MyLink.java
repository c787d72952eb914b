package be.leerkring.registration;

import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The link to one's own registration, and the mails that bring it. */
@Singleton
public final class MyLink {

    public static final String PURPOSE = OwnLink.PURPOSE;

    /** For what a token follows from that of the link, that goes into calendars. */
    public static final String CALENDAR = "calendar";

    /** So many links are deleted in a transaction, which has room for 100 writes. */
    private static final int AT_ONCE = 40;

    private final Table table;
    private final Links links;
    private final Outbox outbox;

    MyLink(Table table, Links links, Outbox outbox) {
        this.table = table;
        this.links = links;
        this.outbox = outbox;
    }

    /** The writes that mail somebody a fresh link; they belong into the transaction of what the mail tells. */
    public List<Write> mail(Registration registration, Session session, Function<Token, Mail> mail) {
        var link = OwnLink.issue(links, registration.participant(), session);
        var decided = mail.apply(link.token());
        var writes = new ArrayList<>(List.of(link.write()));
        writes.addAll(decided.optional() ? outbox.putOptional(decided) : List.of(outbox.put(decided)));
        return writes;
    }

    /** The same for a mail that leaves at a moment and no sooner, and that nobody has to get after another. */
    List<Write> mail(
            Registration registration, Session session, Instant from, Instant until, Function<Token, Mail> mail) {
        var link = OwnLink.issue(links, registration.participant(), session);
        return List.of(link.write(), outbox.hold(mail.apply(link.token()), from, until));
    }

    /**
     * The writes by which no link works any more that the participant was mailed. The oldest of very many go before.
     *
     * @param spared the links that go on to work
     */
    List<Write> end(Participant participant, List<Key> spared) {
        var mailed = links.about(participant.subject()).filter(link -> !spared.contains(link)).toList();
        var before = Math.max(0, mailed.size() - AT_ONCE);
        table.delete(mailed.subList(0, before));
        return mailed.stream().skip(before).map(Write::delete).toList();
    }
}
