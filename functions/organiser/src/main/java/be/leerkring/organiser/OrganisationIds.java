package be.leerkring.organiser;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Slug;
import java.util.Collection;
import java.util.Set;

/** Finds an id for a new organisation: one that people can read, and that no other has or had. */
public final class OrganisationIds {

    private static final int LONGEST = 60;

    /** The form's word for one that is not listed, and the desk's own pages. */
    private static final Set<String> TAKEN = Set.of("other", "new", "import");

    private OrganisationIds() {}

    public static String of(String name, Collection<Organisation> others) {
        var slug = Slug.of(name, LONGEST);
        var first = slug.isEmpty() ? "organisatie" : slug;
        var id = first;
        for (int number = 2; isTaken(id, others); number++) {
            id = first + "-" + number;
        }
        return id;
    }

    private static boolean isTaken(String id, Collection<Organisation> others) {
        return TAKEN.contains(id) || others.stream().anyMatch(other -> other.hasId(id));
    }
}
