package be.leerkring.feedback.results;

import be.leerkring.feedback.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What organisers can do about a quote. */
public enum QuoteAct {
    /** Put it on the site. */
    PUBLISH(Standing.WAITING, Standing.PUBLISHED),
    /** Not put it there; it can be reconsidered. */
    LEAVE(Standing.WAITING, Standing.LEFT),
    /** Take it off the site. */
    WITHDRAW(Standing.PUBLISHED, Standing.LEFT),
    /** Let one that was left wait again. */
    RECONSIDER(Standing.LEFT, Standing.WAITING);

    private final Standing from;
    private final Standing to;

    QuoteAct(Standing from, Standing to) {
        this.from = from;
        this.to = to;
    }

    static Optional<QuoteAct> withCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    static List<QuoteAct> on(Standing standing) {
        return Arrays.stream(values()).filter(act -> act.from == standing).toList();
    }

    /** As it is written in addresses and in texts' keys: {@code publish}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the quote stands before it. */
    Standing from() {
        return from;
    }

    /** Where the quote stands after it. */
    Standing to() {
        return to;
    }
}
