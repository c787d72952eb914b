package be.leerkring.network.voice;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.table.Sha256;

/**
 * What somebody said of a session, as it stands on the site.
 *
 * @param session the session's id
 * @param id that of the answer in which it was given; it leads to nobody
 * @param language in which it was said
 * @param signature whose words they are, in the words that the person agreed to
 */
public record Quote(String session, String id, String text, Language language, String signature) {

    /** Tells what it says, and whose words it says they are, from what it said before. */
    public String edition() {
        return Sha256.of(text + "\n" + signature);
    }
}
