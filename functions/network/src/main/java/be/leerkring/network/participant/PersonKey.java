package be.leerkring.network.participant;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A person at a session. Links and mails about them have it as their subject, in one text.
 *
 * @param session the session's id
 * @param person the person's key at that session: drawn at random for each registration, so that it follows from
 *     nothing and, once the registration is erased, leads to nobody
 */
public record PersonKey(String session, String person) {

    private static final int RANDOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The key of somebody who registers for this session now: 128 random bits. */
    public static PersonKey fresh(String session) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new PersonKey(session, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

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
