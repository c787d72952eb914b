package be.leerkring.organiser;

import be.leerkring.network.organisation.ComparableName;
import java.util.ArrayList;
import java.util.List;

/** What an organisation was called before: by these names too, it is found in the list and recognised in a file. */
public final class FormerNames {

    /** Older ones are forgotten, so that the list stays small. */
    static final int MOST = 10;

    private FormerNames() {}

    /**
     * The names, the latest first and none of them twice.
     *
     * @param name what it is called now
     * @param lists the later ones before the earlier ones
     */
    @SafeVarargs
    public static List<String> of(String name, List<String>... lists) {
        var names = new ArrayList<String>();
        for (var list : lists) {
            for (var former : list) {
                if (!isAmong(former, List.of(name)) && !isAmong(former, names) && names.size() < MOST) {
                    names.add(former);
                }
            }
        }
        return names;
    }

    private static boolean isAmong(String name, List<String> names) {
        var sought = ComparableName.of(name);
        return names.stream().map(ComparableName::of).anyMatch(sought::equals);
    }
}
