package be.leerkring.network.voice;

import be.leerkring.platform.language.LocalizedText;

/**
 * What organisers change because of what people said of a session.
 *
 * @param text a change on each line
 * @param revision one more at every change; 0 while nothing was written
 */
public record Reply(LocalizedText text, long revision) {

    /** Nothing was written yet. */
    public static final Reply NONE = new Reply(LocalizedText.NONE, 0);

    /** The reply with another text. */
    public Reply with(LocalizedText other) {
        return new Reply(other, revision + 1);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
