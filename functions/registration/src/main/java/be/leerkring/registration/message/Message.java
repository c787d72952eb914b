package be.leerkring.registration.message;

import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * What an organiser writes to some of a session's people.
 *
 * @param number tells it from the session's other messages, and its mails from other mails
 * @param at when it was sent
 * @param by who sent it: a mail address
 * @param organisation whose people the group is, as they call it; empty for other groups
 * @param people the keys of those who were in the group when it was sent, in an order that stays
 * @param decided of how many of them the mail is decided
 */
public record Message(
        String session,
        long number,
        Instant at,
        String by,
        MessageText text,
        MessageGroup group,
        String organisation,
        List<String> people,
        int decided) {

    /**
     * The words of a message.
     *
     * @param subject in the preferred language at least
     * @param text in the languages of the subject
     */
    public record MessageText(LocalizedText subject, LocalizedText text) {

        /** The language in which it is for somebody who reads this one. */
        public Language in(Language reader, Language preferred) {
            return subject.byLanguage().containsKey(reader.code()) ? reader : preferred;
        }
    }

    /** Whether everybody's mail is decided. */
    public boolean isDone() {
        return decided == people.size();
    }

    /** Whether it is this one that was sent by a button pressed twice. */
    public boolean isSameAs(Message other) {
        return by.equals(other.by) && text.equals(other.text) && group.equals(other.group);
    }

    /** Where it stands among the others. */
    public Messages.MessageKey key() {
        return new Messages.MessageKey(session, number);
    }

    /** Its page. */
    public String path() {
        return Session.deskPath(session) + "/messages/" + number;
    }
}
