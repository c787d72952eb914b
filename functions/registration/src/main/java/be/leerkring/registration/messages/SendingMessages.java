package be.leerkring.registration.messages;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.mailing.Mailing;
import be.leerkring.network.mailing.Mailings;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Readers;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.registration.message.Messages;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends messages to a session's people. To send writes one item, with the names of those who are in the group at that
 * moment; the table's stream then decides their mails.
 */
@Singleton
public final class SendingMessages {

    /** More people than any session has, and as many as a function decides about in its time. */
    static final int MOST = 2000;

    private final Table table;
    private final Sessions sessions;
    private final Organisations organisations;
    private final Registrations registrations;
    private final Messages messages;
    private final Mailings mailings;
    private final MessageMail mail;
    private final MyLink myLink;
    private final ChangeLog log;
    private final Languages languages;
    private final Clock clock;

    SendingMessages(
            Table table,
            Sessions sessions,
            Organisations organisations,
            Registrations registrations,
            Messages messages,
            Mailings mailings,
            MessageMail mail,
            MyLink myLink,
            ChangeLog log,
            Languages languages,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.organisations = organisations;
        this.registrations = registrations;
        this.messages = messages;
        this.mailings = mailings;
        this.mail = mail;
        this.myLink = myLink;
        this.log = log;
        this.languages = languages;
        this.clock = clock;
    }

    /** What came of sending. */
    public sealed interface Outcome {

        /** It is on its way, by this press of the button or by the one before. */
        record Sent(Message message) implements Outcome {}

        /** Nobody is in the group any more. */
        record Nobody() implements Outcome {}

        /** More are in the group than a message can have readers. */
        record TooMany() implements Outcome {}
    }

    /**
     * Sends a message to everybody who is in the group now.
     *
     * @param number the same at every press of the same button
     */
    public Outcome send(Session session, MessageGroup group, Message.MessageText text, long number, Organiser by) {
        var free = new AtomicLong(number);
        return table.decide(() -> decide(session, group, text, free.getAndIncrement(), by));
    }

    /** Refused where the number is taken: two organisers who write at the same millisecond are both heard. */
    private Decision<Outcome> decide(
            Session session, MessageGroup group, Message.MessageText text, long number, Organiser by) {
        var listed = organisations.read();
        var readers = registrations
                .now(session.id())
                .map(registration -> registration.asListed(listed))
                .filter(group::has)
                .limit(MOST + 1L)
                .toList();
        if (readers.isEmpty()) {
            return Decision.made(new Outcome.Nobody());
        }
        if (readers.size() > MOST) {
            return Decision.made(new Outcome.TooMany());
        }
        var message = new Message(
                session.id(),
                number,
                clock.instant(),
                by.address(),
                text,
                group,
                group.organisation(readers),
                readers.stream().map(reader -> reader.participant().person()).toList(),
                0);
        var writes = new ArrayList<>(messages.putNew(message, session));
        writes.add(log.entry(
                by,
                session.id(),
                "message-sent",
                languages.texts(languages.preferred()).text(text.subject()),
                List.of(new Change("message-group", "", words(message)))));
        return switch (table.write(writes)) {
            case WriteOutcome.Written _ -> Decision.made(new Outcome.Sent(message));
            case WriteOutcome.Refused _ -> sentBefore(message);
        };
    }

    private String words(Message message) {
        return languages.texts(languages.preferred()).text(
                "message.group." + message.group().kind(), message.people().size(), message.organisation());
    }

    private Decision<Outcome> sentBefore(Message message) {
        return messages.find(message.key())
                .filter(message::isSameAs)
                .<Decision<Outcome>>map(sent -> Decision.made(new Outcome.Sent(sent)))
                .orElseGet(Decision.Refused::new);
    }

    /** Decides the mails that are not decided yet, as far as the run's time goes. */
    public void finish(Mark.MailingKey key, Run run) {
        mailings.finish(key, this::mailing, run);
    }

    /** Whoever cancelled, or was erased, since it was sent gets nothing. */
    private Optional<Mailing<Registration>> mailing(Mark.MailingKey key) {
        var sent = new Messages.MessageKey(key.session(), key.number());
        var found = table.read(List.of(sessions.key(sent.session()), Messages.key(sent)));
        return sessions.in(found, sent.session()).flatMap(session -> messages.in(found, sent)
                .map(message -> new Mailing<>(
                        session,
                        key,
                        new Readers.Listed(message.people()),
                        Registrations::read,
                        MessageGroup::canBeWrittenTo,
                        registration -> myLink.mail(
                                registration, session, token -> mail.to(registration, session, message, token)))));
    }
}
