package be.leerkring.network.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The network's organisations, as they were read together. What people registered with keeps the id and the name of
 * that moment; whoever shows or compares it asks here whose they are now.
 */
public final class OrganisationList {

    /** More have no room in a list that people choose from. */
    public static final int MOST = 500;

    /** What the item may take of the 400 KB that DynamoDB has for one. */
    private static final int LARGEST = 360_000;

    /** The names of an organisation's attributes in the item, and what surrounds them. */
    private static final int FRAME = 140;

    private final long revision;
    private final List<Organisation> all;
    private final Map<String, Organisation> byId = new HashMap<>();
    private final Map<ComparableName, Organisation> byName = new HashMap<>();

    /**
     * A list.
     *
     * @param revision one more at every change; 0 for the list of a network that has none yet
     */
    public OrganisationList(long revision, List<Organisation> all) {
        this.revision = revision;
        this.all = List.copyOf(all);
        all.forEach(organisation -> organisation.formerIds().forEach(id -> byId.put(id, organisation)));
        all.forEach(organisation -> byId.put(organisation.id(), organisation));
    }

    public long revision() {
        return revision;
    }

    /** All of them, in the list's own order. */
    public List<Organisation> all() {
        return all;
    }

    /** The organisation with this id, or the one into which it was merged. */
    public Optional<Organisation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The id that an organisation has now: of one that was merged, that of the one into which it was. Two ids are of
     * the same organisation where this is the same. One that the list does not know stays as it is.
     */
    public String canonical(String id) {
        return find(id).map(Organisation::id).orElse(id);
    }

    /** The organisation that is called so now, or else the one that was once. */
    public Optional<Organisation> called(String name) {
        if (byName.isEmpty()) {
            all.forEach(organisation -> byName.putIfAbsent(ComparableName.of(organisation.name()), organisation));
            all.forEach(organisation -> organisation.formerNames()
                    .forEach(former -> byName.putIfAbsent(ComparableName.of(former), organisation)));
        }
        return Optional.ofNullable(byName.get(ComparableName.of(name)));
    }

    /** The list after a change. */
    public OrganisationList with(List<Organisation> next) {
        return new OrganisationList(revision + 1, next);
    }

    /** Whether it is no longer than a list can be. */
    public boolean fits() {
        return all.size() <= MOST
                && all.stream().mapToInt(OrganisationList::size).sum() <= LARGEST;
    }

    private static int size(Organisation organisation) {
        return FRAME + Stream.of(
                List.of(
                        organisation.id(),
                        organisation.name(),
                        organisation.kind().code(),
                        organisation.website(),
                        organisation.contact(),
                        organisation.email()),
                organisation.domains().all(),
                organisation.formerIds(),
                organisation.formerNames())
                .flatMap(List::stream)
                .mapToInt(text -> text.getBytes(UTF_8).length + 1)
                .sum();
    }
}
