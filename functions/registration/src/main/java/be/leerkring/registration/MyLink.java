package be.leerkring.registration;

import be.leerkring.network.participant.OwnPage;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The link to one's own registration, and the mails that bring it. */
@Singleton
public final class MyLink {

    public static final String PURPOSE = OwnPage.PURPOSE;

    private final Table table;
    private final Links links;
    private final Registrations registrations;
    private final Outbox outbox;

    MyLink(Table table, Links links, Registrations registrations, Outbox outbox) {
        this.table = table;
        this.links = links;
        this.registrations = registrations;
        this.outbox = outbox;
    }

    /** Writes the registration and all that changes with it, and mails the person who is told of it a fresh link. */
    public WriteOutcome write(
            Registration next, Session session, Function<Token, Mail> mail, Write... others) {
        return write(registrations.put(next, session), next, session, mail, others);
    }

    /** The same, of a registration that may be the person's first. */
    public WriteOutcome add(Registration next, Session session, Function<Token, Mail> mail,
            Write... others) {
        return write(registrations.putNewOrNext(next, session), next, session, mail, others);
    }

    private WriteOutcome write(
            Write put, Registration next, Session session, Function<Token, Mail> mail,
            Write... others) {
        var writes = new ArrayList<>(List.of(put));
        writes.addAll(List.of(others));
        writes.addAll(mail(next, session, mail));
        return table.write(writes);
    }

    /** The writes of a mail with a fresh link. */
    public List<Write> mail(Registration registration, Session session, Function<Token, Mail> mail) {
        var link = OwnPage.issue(links, registration.participant(), session);
        var decided = mail.apply(link.token());
        return Stream.concat(
                Stream.of(link.write()),
                decided.optional() ? outbox.putOptional(decided).stream() : Stream.of(outbox.put(decided)))
                .toList();
    }
}
