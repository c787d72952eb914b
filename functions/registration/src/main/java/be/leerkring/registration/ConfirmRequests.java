package be.leerkring.registration;

import be.leerkring.network.session.Session;
import be.leerkring.platform.limits.Limits;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Mails to an address that somebody typed. Nobody knows whether it is theirs: so there are at most three in an hour to
 * one address, whoever asks and for whichever session, and who asks in vain is told nothing of it.
 */
@Singleton
public final class ConfirmRequests {

    /** The purpose of the link that confirms. */
    public static final String CONFIRM = "confirm";

    private static final Limits.Limit LIMIT = new Limits.Limit("confirmation", 3, Duration.ofHours(1));

    private final Table table;
    private final Limits limits;
    private final Registrations registrations;
    private final Links links;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final MyLink myLink;

    ConfirmRequests(
            Table table,
            Limits limits,
            Registrations registrations,
            Links links,
            Outbox outbox,
            RegistrationMails mails,
            MyLink myLink) {
        this.table = table;
        this.limits = limits;
        this.registrations = registrations;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
    }

    /** What has to be read about the address. */
    public Key key(EmailAddress address) {
        return limits.key(LIMIT, address.text());
    }

    /**
     * Writes what a form leads to, and mails it.
     *
     * @param read what was read, {@link #key} among it
     * @param asks the mail that asks to confirm
     */
    public WriteOutcome write(
            Registration.Request request,
            EmailAddress address,
            Session session,
            Map<Key, Item> read,
            BiFunction<Registration, Token, Mail> asks) {
        if (request instanceof Registration.Request.Repeated) {
            return new WriteOutcome.Written();
        }
        return limits.take(LIMIT, address.text(), read)
                .map(counted -> write(request, session, counted, asks))
                .orElseGet(WriteOutcome.Written::new);
    }

    private WriteOutcome write(
            Registration.Request request,
            Session session,
            Write counted,
            BiFunction<Registration, Token, Mail> asks) {
        return switch (request) {
            case Registration.Request.Ask(var next) -> {
                var link = links.issue(CONFIRM, next.participant().subject(), next.lapses());
                yield table.write(List.of(
                        registrations.putNewOrNext(next, session),
                        link.write(),
                        outbox.put(asks.apply(next, link.token())),
                        counted));
            }
            case Registration.Request.Remind(var next) ->
                myLink.write(next, session, token -> mails.already(next, session, token), counted);
            case Registration.Request.Repeated() -> new WriteOutcome.Written();
        };
    }
}
