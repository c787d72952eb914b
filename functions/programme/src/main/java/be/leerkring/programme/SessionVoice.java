package be.leerkring.programme;

import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Reply;
import java.util.List;

/** What people said of a session, as far as it is on the site, and what organisers do because of it. */
public record SessionVoice(List<Quote> quotes, Reply reply) {

    /** Nobody said anything yet. */
    public static final SessionVoice NONE = new SessionVoice(List.of(), Reply.NONE);
}
