package be.leerkring.programme.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What two people made of the same values, brought together field by field: mine where I changed a field, theirs where
 * only they did. Whatever they changed is told, and whatever of mine can't stay, so that nothing is lost unseen.
 *
 * @param values both's changes together
 * @param theirs what only they changed
 * @param both what each of us changed into something else; mine is among the values
 * @param refused what I changed and can't, or can no longer; theirs is among the values
 */
record Merge(
        SessionValues values,
        List<Merge.Difference> theirs,
        List<Merge.Difference> both,
        List<Merge.Difference> refused) {

    /** A field that they changed; an empty text where there was, or is, nothing. */
    record Difference(String field, String was, String theirs, String mine) {}

    /**
     * @param base what both began with
     * @param mine what I would save
     * @param theirs what was saved meanwhile
     */
    static Merge of(SessionValues base, SessionValues mine, SessionValues theirs) {
        return of(base, mine, theirs, List.of());
    }

    /**
     * @param fixed the fields that I can't change
     */
    static Merge of(SessionValues base, SessionValues mine, SessionValues theirs, List<String> fixed) {
        var merged = new TreeMap<String, String>();
        var onlyTheirs = new ArrayList<Difference>();
        var both = new ArrayList<Difference>();
        var refused = new ArrayList<Difference>();
        for (var field : fields(base, mine, theirs)) {
            var difference = new Difference(field, base.text(field), theirs.text(field), mine.text(field));
            var isMine = !difference.mine().equals(difference.was())
                    && !difference.mine().equals(difference.theirs());
            var isTheirs = !difference.theirs().equals(difference.was())
                    && !difference.theirs().equals(difference.mine());
            merged.put(field, isMine && !fixed.contains(field) ? difference.mine() : difference.theirs());
            if (isMine && fixed.contains(field)) {
                refused.add(difference);
            } else if (isMine && isTheirs) {
                both.add(difference);
            } else if (isTheirs) {
                onlyTheirs.add(difference);
            }
        }
        return new Merge(
                SessionValues.of(merged), List.copyOf(onlyTheirs), List.copyOf(both), List.copyOf(refused));
    }

    private static Iterable<String> fields(SessionValues base, SessionValues mine, SessionValues theirs) {
        var fields = new TreeSet<String>(base.byField().comparator());
        for (Map<String, String> values : List.of(base.byField(), mine.byField(), theirs.byField())) {
            fields.addAll(values.keySet());
        }
        return fields;
    }

    /** Whether they changed anything that I don't know of. */
    boolean hasNews() {
        return !theirs.isEmpty() || !both.isEmpty();
    }

    /** Whether they changed anything else than this field, that I don't know of. */
    boolean hasNewsBut(String field) {
        return !both.isEmpty() || theirs.stream().anyMatch(difference -> !difference.field().equals(field));
    }
}
