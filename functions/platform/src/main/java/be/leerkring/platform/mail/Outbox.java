package be.leerkring.platform.mail;

import be.leerkring.platform.links.Links;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where mails are written in the transaction of the change that causes them, to be sent when that is done. */
@Singleton
public final class Outbox {

    /**
     * Stands in a mail where the site's public address belongs. The functions that decide mails don't know it: they
     * stand behind the API whose address it is. It is of control characters, which no form takes ({@code FormText}) and
     * no {@link Letter} has: so nobody can type it.
     */
    public static final String SITE = "\u001asite\u001a";

    /** The purpose of the link by which a reader asks for no more than is needed. */
    public static final String UNSUBSCRIBE = "unsubscribe";

    /** What the subject of such a link begins with; the rest is the address's hash. */
    private static final String ADDRESS = "address.";

    /** People find an old mail, and unsubscribe by it. */
    private static final Duration UNSUBSCRIBES = Duration.ofDays(365);

    private final QueuedMails mails;
    private final Links links;
    private final Clock clock;

    Outbox(QueuedMails mails, Links links, Clock clock) {
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The write that decides a mail which is needed to take part; it is refused where the same mail was decided before.
     *
     * @throws IllegalArgumentException when the mail is optional
     */
    public Write put(Mail mail) {
        requireNeeded(mail);
        return mails.put(mail, Optional.empty(), clock.instant(), Optional.empty());
    }

    /**
     * The write that decides a mail which leaves at this moment and no sooner, and which nobody has to get any more
     * when its time is over: then it is dropped. Refused where the same mail was decided before.
     *
     * @param from now, or a moment to come
     * @throws IllegalArgumentException when the mail is optional
     */
    public Write hold(Mail mail, Instant from, Instant until) {
        requireNeeded(mail);
        return mails.put(mail, Optional.empty(), from, Optional.of(until));
    }

    private static void requireNeeded(Mail mail) {
        if (mail.optional()) {
            throw new IllegalArgumentException("An optional mail needs the link that unsubscribes: " + mail.purpose());
        }
    }

    /** The writes that decide an optional mail, the mail first; refused where the same mail was decided before. */
    public List<Write> putOptional(Mail mail) {
        var link = links.issue(
                UNSUBSCRIBE,
                ADDRESS + Addresses.hash(mail.to()),
                clock.instant().plus(UNSUBSCRIBES));
        var way = Optional.of("/unsubscribe/" + link.token().text());
        return List.of(mails.put(mail, way, clock.instant(), Optional.empty()), link.write());
    }

    /** Forgets the links by which this address unsubscribes: none of them leads anywhere any more. */
    public void forgetLinks(String address) {
        links.forget(ADDRESS + Addresses.hash(address));
    }

    /** The hash of the address that a link is about by which one unsubscribes. */
    public static String unsubscribed(String subject) {
        return subject.substring(ADDRESS.length());
    }
}
