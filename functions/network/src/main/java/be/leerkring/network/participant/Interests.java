package be.leerkring.network.participant;

import be.leerkring.network.theme.ThemeNames;
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

    /** Those that are among these themes, in their order and as they are spelt there. */
    public Interests among(List<String> themes) {
        return new Interests(
                themes.stream().filter(this::seeks).toList(),
                themes.stream().filter(this::offers).toList());
    }

    /** Whether this theme is sought, however it is spelt. */
    public boolean seeks(String theme) {
        return has(seeks, theme);
    }

    /** Whether this theme is offered, however it is spelt. */
    public boolean offers(String theme) {
        return has(offers, theme);
    }

    private static boolean has(List<String> themes, String theme) {
        return themes.stream().map(ThemeNames::slug).anyMatch(ThemeNames.slug(theme)::equals);
    }

    /** All of them, as they are spelt among these themes now; those that are not among them as they were spelt once. */
    public Interests asSpelt(List<String> themes) {
        return new Interests(ThemeNames.asSpelt(seeks, themes), ThemeNames.asSpelt(offers, themes));
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
