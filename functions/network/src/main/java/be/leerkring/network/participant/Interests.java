package be.leerkring.network.participant;

import be.leerkring.platform.table.Item;
import java.util.List;

/**
 * The themes about which somebody would like to talk: what they seek, and what they have to offer. Both can be empty.
 *
 * @param seeks ids of themes, in the session's order
 * @param offers ids of themes, in the session's order
 */
public record Interests(List<String> seeks, List<String> offers) {

    /** Of somebody who said nothing. */
    public static final Interests NONE = new Interests(List.of(), List.of());

    public Interests {
        seeks = List.copyOf(seeks);
        offers = List.copyOf(offers);
    }

    /** Those that are among these themes, in their order. */
    public Interests among(List<String> themes) {
        return new Interests(
                themes.stream().filter(seeks::contains).toList(),
                themes.stream().filter(offers::contains).toList());
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return seeks.isEmpty() && offers.isEmpty();
    }

    Item writeTo(Item item) {
        if (!seeks.isEmpty()) {
            item.withTexts("seeks", seeks);
        }
        if (!offers.isEmpty()) {
            item.withTexts("offers", offers);
        }
        return item;
    }

    static Interests readFrom(Item item) {
        return new Interests(item.list("seeks"), item.list("offers"));
    }
}
