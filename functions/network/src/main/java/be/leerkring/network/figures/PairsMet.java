package be.leerkring.network.figures;

import be.leerkring.platform.table.Item;

/**
 * Pairs of organisations that met in speed-dating, as things stood when a session was closed.
 *
 * @param first met at this session, and never before
 * @param soFar had met by then, at this session or an earlier one
 * @param possible pairs that the organisations on the list made at that moment
 */
public record PairsMet(int first, int soFar, int possible) {

    public static final PairsMet NONE = new PairsMet(0, 0, 0);

    Item item() {
        return Item.map().with("first", first).with("soFar", soFar).with("possible", possible);
    }

    static PairsMet of(Item item) {
        return new PairsMet(item.small("first"), item.small("soFar"), item.small("possible"));
    }
}
