package be.leerkring.network.mailing;

import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Write;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A mail to many of a session's people: who gets it, and what it is. {@link Mailings} sends it.
 *
 * @param key where it stands how far it is
 * @param readers at whom it looks
 * @param read the person of a registration's item; throws where it is damaged
 * @param concerned who of those gets the mail, as they stand now
 * @param mail the writes that decide one person's mail, each on an item of its own; the mail's key is the same whenever
 *     this is asked for the same person, so that nobody gets it twice
 * @param <P> the person, as the room knows them
 */
public record Mailing<P>(
        Session session,
        Mark.MailingKey key,
        Readers readers,
        Function<Item, P> read,
        Predicate<P> concerned,
        Function<P, List<Write>> mail) {}
