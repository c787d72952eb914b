package be.leerkring.registration.messages;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.Messages;
import be.leerkring.registration.state.Registration;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What became of a message.
 *
 * @param states of the mails that are decided, by what they are about
 * @param failed some of those whose mail could not be sent
 */
public record MessageReport(
        Session session, Message message, Map<String, MailState> states, List<Registration> failed) {

    /** How many mails have left, and are not known to have gone astray. */
    int sent() {
        return states.size() - underway() - failures() - suppressed();
    }

    /** How many mails did not reach their readers. */
    int failures() {
        return count(MailState::isTrouble);
    }

    /** How many mails are decided, and have yet to leave. */
    int underway() {
        return count(state -> !state.isFinished());
    }

    /** How many mails nothing more is to be done about. */
    int finished() {
        return count(MailState::isFinished);
    }

    /** How many asked for no more of such mails, or have an address that takes none. */
    int suppressed() {
        return count(MailState.SUPPRESSED::equals);
    }

    /** How many cancelled or were erased before their mail was decided, or whose mail is forgotten by now. */
    int without() {
        return Math.max(0, message.decided() - states.size());
    }

    private int count(Predicate<MailState> such) {
        return (int) states.values().stream().filter(such).count();
    }

    /** Reads it: the mails' states in batches of a hundred. */
    @Singleton
    static final class Reader {

        private static final int NAMED = 50;

        private final Table table;
        private final Sessions sessions;
        private final Messages messages;
        private final Registrations registrations;
        private final MailRecords mails;

        Reader(
                Table table,
                Sessions sessions,
                Messages messages,
                Registrations registrations,
                MailRecords mails) {
            this.table = table;
            this.sessions = sessions;
            this.messages = messages;
            this.registrations = registrations;
            this.mails = mails;
        }

        /** The report of a message, if there is one at this place. */
        public Optional<MessageReport> of(Messages.MessageKey key) {
            var found = table.read(Stream.concat(
                    Stream.of(sessions.key(key.session())), messages.keys(key).stream()).toList());
            return sessions.anyIn(found, key.session())
                    .flatMap(session -> messages.in(found, key).map(message -> report(session, message)));
        }

        private MessageReport report(Session session, Message message) {
            var states = mails.states(
                    MessageMail.PURPOSE,
                    message.number(),
                    message.people().stream().map(person -> subject(session, person)).toList());
            return new MessageReport(
                    session,
                    message,
                    states,
                    named(
                            session,
                            message.people().stream()
                                    .filter(person -> isTrouble(states.get(subject(session, person))))
                                    .limit(NAMED)
                                    .toList()));
        }

        private static boolean isTrouble(@Nullable MailState state) {
            return state != null && state.isTrouble();
        }

        private static String subject(Session session, String person) {
            return new PersonKey(session.id(), person).subject();
        }

        private List<Registration> named(Session session, List<String> people) {
            if (people.isEmpty()) {
                return List.of();
            }
            var found = table.read(people.stream()
                    .map(person -> Participants.key(session.id(), person))
                    .toList());
            return people.stream()
                    .flatMap(person -> registrations.in(found, session.id(), person).stream())
                    .toList();
        }
    }
}
