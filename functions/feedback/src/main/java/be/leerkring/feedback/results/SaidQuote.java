package be.leerkring.feedback.results;

import be.leerkring.feedback.Standing;
import be.leerkring.network.voice.Quote;
import be.leerkring.platform.text.Folding;
import java.util.Comparator;
import java.util.List;

/** A quote as it was given, and where it stands. */
public record SaidQuote(Quote quote, Standing standing) {

    static final Comparator<SaidQuote> BY_TEXT = Comparator
            .comparing((SaidQuote said) -> said.quote().text(), Folding.alphabet())
            .thenComparing(said -> said.quote().signature());

    /** What organisers can do about it. */
    List<QuoteAct> acts() {
        return QuoteAct.on(standing);
    }
}
