package be.leerkring.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Which items are held, how large they are, and what each partition still takes in this second. */
final class HotTable {

    enum Answer {
        WRITTEN,
        HELD,
        THROTTLED
    }

    private static final int PARTITIONS = 4;
    private static final double UNITS_A_SECOND = 1_000;
    private static final int KILOBYTE = 1024;

    private final Set<WriteUnits.Place> held = new HashSet<>();
    private final Map<WriteUnits.Place, Integer> sizes = new HashMap<>();
    private final double[] room = new double[PARTITIONS];
    private long filled = System.nanoTime();
    private int conflicts;
    private int limits;

    HotTable() {
        Arrays.fill(room, UNITS_A_SECOND);
    }

    /** One write that stands alone. */
    synchronized Answer write(WriteUnits.Part part) {
        if (held.contains(part.place())) {
            conflicts++;
            return Answer.HELD;
        }
        if (!fits(List.of(part))) {
            limits++;
            return Answer.THROTTLED;
        }
        return Answer.WRITTEN;
    }

    /** The items of a transaction, each with what it meets; they are held if none meets anything. */
    synchronized List<Answer> hold(List<WriteUnits.Part> parts) {
        var answers = parts.stream().map(part -> held.contains(part.place()) ? Answer.HELD : Answer.WRITTEN).toList();
        if (answers.contains(Answer.HELD)) {
            conflicts++;
            IntStream.range(0, parts.size())
                    .filter(index -> answers.get(index) == Answer.WRITTEN)
                    .forEach(index -> pay(parts.get(index), units(parts.get(index))));
            return answers;
        }
        if (!fits(parts)) {
            limits++;
            return parts.stream().map(_ -> Answer.THROTTLED).toList();
        }
        parts.forEach(part -> {
            pay(part, 2 * units(part));
            sizes.put(part.place(), sizeAfter(part));
            held.add(part.place());
        });
        return answers;
    }

    synchronized void release(List<WriteUnits.Part> parts) {
        parts.forEach(part -> held.remove(part.place()));
    }

    synchronized void pay(WriteUnits.Part part, double units) {
        room[partition(part)] -= units;
    }

    synchronized HotItems.Met met() {
        return new HotItems.Met(conflicts, limits);
    }

    /** A partition that has any room takes the whole of a write, and is short of it afterwards. */
    private boolean fits(List<WriteUnits.Part> parts) {
        fill();
        return parts.stream().allMatch(part -> room[partition(part)] > 0);
    }

    private void fill() {
        var now = System.nanoTime();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            room[partition] = Math.min(UNITS_A_SECOND, room[partition] + UNITS_A_SECOND * (now - filled) / 1e9);
        }
        filled = now;
    }

    /** By the larger of what stood there and what stands there now; a transaction pays it twice. */
    private double units(WriteUnits.Part part) {
        var size = Math.max(sizeAfter(part), sizes.getOrDefault(part.place(), 0));
        return Math.max(1, Math.ceilDiv(size, KILOBYTE));
    }

    /** An update adds what it brings: that is right of a list that grows, and too much of a count. */
    private int sizeAfter(WriteUnits.Part part) {
        return part.whole() ? part.size() : sizes.getOrDefault(part.place(), 0) + part.size();
    }

    private static int partition(WriteUnits.Part part) {
        return Math.floorMod(part.place().partition().hashCode(), PARTITIONS);
    }
}
