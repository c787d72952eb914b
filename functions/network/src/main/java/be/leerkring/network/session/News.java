package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import java.util.Optional;

/**
 * What is new about a session that was moved or called off.
 *
 * @param before the appointment that people knew before: the one of which everybody was mailed last, and so not always
 *     the first, nor the last but one
 * @param reason what an organiser says to it; can be empty
 */
public record News(Appointment before, LocalizedText reason) {

    /** When and where people knew a session to be, where it takes place at another time or place by now. */
    public static Optional<Appointment> movedFrom(Session session) {
        return session.edition().news()
                .filter(_ -> !session.cancelled())
                .map(News::before)
                .filter(before -> !before.isAtTheHoursOf(session.appointment())
                        || !before.isAtThePlaceOf(session.appointment()));
    }

    /** Whether nothing else is new than where one joins online: for those who have a seat alone. */
    public static boolean isOfTheLinkAlone(Session session) {
        return movedFrom(session).isEmpty() && isOfTheLink(session);
    }

    /** Whether one joins online elsewhere than people knew, or no longer. */
    public static boolean isOfTheLink(Session session) {
        return !session.cancelled()
                && session.edition().news()
                        .filter(news -> !news.before.isOnlineWhere(session.appointment()))
                        .isPresent();
    }

    /** Why a session was moved or called off, as far as an organiser said so. */
    public static LocalizedText reason(Session session) {
        return session.edition().news().map(News::reason).orElse(LocalizedText.NONE);
    }
}
