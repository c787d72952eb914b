package be.leerkring.network.cooperation;

import be.leerkring.platform.language.Language;
import java.time.Instant;

/**
 * What somebody reported of a cooperation, for an organiser to look at.
 *
 * @param key tells it from the others
 * @param session the id of the session whose participant reported it
 * @param own the organisation of whoever reported it
 * @param used what that person used of the session; can be empty
 * @param takenBack whether the person took it back since
 * @param language in which it is written
 * @param at when it was written; tells a report from the same one after a change
 */
public record Report(
        String key,
        String session,
        Side own,
        Reported what,
        String used,
        boolean takenBack,
        Language language,
        Instant at) {

    /** This report as it was seen, in one word. */
    public String seen() {
        return key + "@" + at.toEpochMilli();
    }

    /** Whether its organisation agreed to its being told. */
    public boolean isTold() {
        return what.told() && !takenBack;
    }
}
