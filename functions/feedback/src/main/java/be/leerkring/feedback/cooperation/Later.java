package be.leerkring.feedback.cooperation;

import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.FollowUps;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What a session was good for, as people said it three months later: their words, and nobody's name.
 *
 * @param answered how many said something
 * @param nothing how many said that there is nothing to report
 * @param used what they used, in alphabetical order
 * @param success what they would call a success now, in alphabetical order
 */
public record Later(Session session, int answered, int nothing, List<String> used, List<String> success) {

    /** Reads it: the session, and one query. */
    @Singleton
    static final class Reader {

        private final Sessions sessions;
        private final FollowUps followUps;

        Reader(Sessions sessions, FollowUps followUps) {
            this.sessions = sessions;
            this.followUps = followUps;
        }

        Optional<Later> read(String session) {
            return sessions.find(session).map(known -> of(known, followUps.of(session).toList()));
        }

        private static Later of(Session session, List<FollowUp> answers) {
            var nothing = (int) answers.stream().filter(FollowUp::isEmpty).count();
            return new Later(
                    session,
                    answers.size() - nothing,
                    nothing,
                    answers.stream().map(FollowUp::used).filter(text -> !text.isEmpty()).sorted().toList(),
                    answers.stream().map(FollowUp::success).filter(text -> !text.isEmpty()).sorted().toList());
        }
    }
}
