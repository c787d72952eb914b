package be.leerkring.network.figures;

import be.leerkring.platform.table.Item;

/**
 * People of one session, counted. Whoever never proved their address is not in it.
 *
 * @param present were there
 * @param absent had a seat, and were not there
 * @param cancelled were registered, and said that they would not come, or lost what they were offered
 * @param waiting still stood in line, or were offered a seat, when the session was closed
 */
public record Heads(int present, int absent, int cancelled, int waiting) {

    public static final Heads NONE = new Heads(0, 0, 0, 0);

    /** All who registered and proved their address. */
    public int registered() {
        return present + absent + cancelled + waiting;
    }

    /** Who had a seat when the session began. */
    public int expected() {
        return present + absent;
    }

    /** These and those. */
    public Heads plus(Heads others) {
        return new Heads(
                present + others.present,
                absent + others.absent,
                cancelled + others.cancelled,
                waiting + others.waiting);
    }

    Item item() {
        return Item.map()
                .with("present", present)
                .with("absent", absent)
                .with("cancelled", cancelled)
                .with("waiting", waiting);
    }

    static Heads of(Item item) {
        return new Heads(
                item.small("present"), item.small("absent"), item.small("cancelled"), item.small("waiting"));
    }
}
