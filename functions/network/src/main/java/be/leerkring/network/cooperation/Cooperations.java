package be.leerkring.network.cooperation;

import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Owns the cooperations. They stand behind the list of organisations, so that list and cooperations are one query, and
 * one with what organisations met. Whoever reads them has them under the ids by which the network knows the
 * organisations now.
 */
@Singleton
public final class Cooperations {

    private final Table table;
    private final Organisations organisations;

    public Cooperations(Table table, Organisations organisations) {
        this.table = table;
        this.organisations = organisations;
    }

    /**
     * What was read together.
     *
     * @param all the one that moved last first
     */
    public record Known(OrganisationList organisations, List<Cooperation> all) {}

    /** Where a cooperation stands. */
    public Key key(String id) {
        return new Key(organisations.key().partition(), prefix() + id);
    }

    private String prefix() {
        return organisations.key().sort() + "#COOPERATION#";
    }

    /**
     * One of them, and whose it is.
     *
     * @param cooperation empty where there is none
     */
    public record Look(Optional<Cooperation> cooperation, OrganisationList organisations) {}

    /** One of them, if there is one with this id, and the list of organisations: one round trip. */
    public Look look(String id) {
        var known = KnowledgeEntry.isId(id);
        var found = table.read(known ? List.of(key(id), organisations.key()) : List.of(organisations.key()));
        return new Look(known ? in(found, id) : Optional.empty(), organisations.in(found));
    }

    /** The organisations and all cooperations: one query. */
    public Known read() {
        var found = table.query(Query.of("pk = :network AND sk BETWEEN :list AND :last")
                .consistent()
                .with(":network", organisations.key().partition())
                .with(":list", organisations.key().sort())
                .with(":last", prefix() + "~"))
                .collect(Collectors.toMap(Item::key, Function.identity()));
        return new Known(organisations.in(found), in(found));
    }

    /** All cooperations in what was read, the list of organisations among it; the one that moved last first. */
    public List<Cooperation> in(Map<Key, Item> found) {
        var list = organisations.in(found);
        return found.values().stream()
                .filter(item -> item.key().sort().startsWith(prefix()))
                .map(item -> cooperation(item, list))
                .sorted(Comparator.comparing(Cooperation::since).reversed().thenComparing(Cooperation::id))
                .toList();
    }

    private Optional<Cooperation> in(Map<Key, Item> found, String id) {
        return Optional.ofNullable(found.get(key(id))).map(item -> cooperation(item, organisations.in(found)));
    }

    /** The write of a cooperation in its next revision; refused when it was changed or deleted since it was read. */
    public Write put(Cooperation next) {
        return next.revision() == 0
                ? Write.putNew(item(next))
                : Write.putRevision(item(next), next.revision() - 1);
    }

    /** The write that deletes a cooperation; refused when it changed since it was read. */
    public Write delete(Cooperation read) {
        return Write.deleteRevision(key(read.id()), read.revision());
    }

    private Item item(Cooperation cooperation) {
        var item = Item.at(key(cooperation.id()))
                .with("id", cooperation.id())
                .with("title", cooperation.title().byLanguage())
                .withTexts("organisations", cooperation.organisations())
                .withTexts("consents", cooperation.consents().stream().sorted().toList())
                .with(
                        "steps",
                        cooperation.steps().entrySet().stream()
                                .collect(Collectors.toMap(
                                        step -> step.getKey().code(), step -> step.getValue().toString())))
                .with("themes", String.join(" ", cooperation.themes()))
                .with("story", cooperation.story().byLanguage())
                .with("link", cooperation.link())
                .with("published", cooperation.published())
                .with("revision", cooperation.revision());
        cooperation.beginning()
                .ifPresent(beginning -> item.with(
                        "beginning",
                        Item.map()
                                .with("session", beginning.session())
                                .with("title", beginning.title().byLanguage())
                                .with("start", beginning.start())));
        return item;
    }

    private static Cooperation cooperation(Item item, OrganisationList list) {
        return new Cooperation(
                item.required("id"),
                new LocalizedText(item.texts("title")),
                item.list("organisations"),
                new HashSet<>(item.list("consents")),
                steps(item),
                item.has("beginning") ? Optional.of(beginning(item.map("beginning"))) : Optional.empty(),
                Arrays.stream(item.text("themes", "").split(" ")).filter(ThemeNames::isId).toList(),
                new LocalizedText(item.texts("story")),
                item.text("link", ""),
                item.flag("published"),
                item.count("revision"))
                .under(list::canonical);
    }

    private static NavigableMap<Stage, LocalDate> steps(Item item) {
        var steps = new TreeMap<Stage, LocalDate>();
        item.texts("steps")
                .forEach((stage, day) -> steps.put(Stage.withCode(stage).orElseThrow(), LocalDate.parse(day)));
        return steps;
    }

    private static Cooperation.Beginning beginning(Item item) {
        return new Cooperation.Beginning(
                item.required("session"), new LocalizedText(item.texts("title")), item.requiredMoment("start"));
    }
}
