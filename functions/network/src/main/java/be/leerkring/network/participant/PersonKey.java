package be.leerkring.network.participant;

import java.util.Optional;

/**
 * A person at a session. Links and mails about them have it as their subject, in one text.
 *
 * @param session the session's id
 * @param person the person's key at that session
 */
public record PersonKey(String session, String person) {

    /** The person in the subject of a link or a mail; empty where it is about somebody or something else. */
    public static Optional<PersonKey> of(String subject) {
        var dot = subject.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(new PersonKey(subject.substring(0, dot), subject.substring(dot + 1)));
    }

    /** As the subject of a link or a mail. */
    public String subject() {
        return session + "." + person;
    }
}
