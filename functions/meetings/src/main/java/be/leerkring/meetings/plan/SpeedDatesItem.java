package be.leerkring.meetings.plan;

import be.leerkring.network.participant.Interests;
import be.leerkring.platform.table.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plan for speed-dating as an item. Everybody stands in it once; what else names people, organisations and themes
 * does so by their places, from 0: two hundred people in twelve rounds take some thirty kilobytes.
 */
final class SpeedDatesItem {

    private final List<Seatmate> people;
    private final Map<String, Integer> places;

    private SpeedDatesItem(List<Seatmate> people) {
        this.people = people;
        places = IntStream.range(0, people.size())
                .boxed()
                .collect(Collectors.toMap(place -> people.get(place).person(), place -> place));
    }

    static Item write(SpeedDates plan, Item item) {
        return new SpeedDatesItem(plan.people()).fill(plan, item);
    }

    private Item fill(SpeedDates plan, Item item) {
        var organisations = new LinkedHashMap<String, Seatmate>();
        people.forEach(one -> organisations.putIfAbsent(one.organisationId() + "/" + one.organisation(), one));
        var order = List.copyOf(organisations.keySet());
        var themes = people.stream()
                .flatMap(one -> Stream.concat(
                        one.interests().seeks().stream(), one.interests().offers().stream()))
                .distinct()
                .toList();
        return SpeedDatingFigures.write(plan, item, this::couples)
                .with("revision", plan.revision())
                .with("state", plan.state().name())
                .with("done", plan.done())
                .with("changed", plan.changed())
                .with(
                        "organisations",
                        organisations.values().stream()
                                .map(one -> Item.map()
                                        .with("id", one.organisationId())
                                        .with("name", one.organisation()))
                                .toList())
                .withTexts("themes", themes)
                .with(
                        "people",
                        people.stream()
                                .map(one -> person(one, order, themes, plan.told()))
                                .toList())
                .with("moved", places(plan.moved()))
                .withTexts("rounds", plan.rounds().stream().map(this::round).toList());
    }

    private static Item person(
            Seatmate one, List<String> organisations, List<String> themes, Map<String, String> told) {
        return Item.map()
                .with("person", one.person())
                .with("name", one.name())
                .with("at", organisations.indexOf(one.organisationId() + "/" + one.organisation()))
                .with("seeks", places(one.interests().seeks(), themes))
                .with("offers", places(one.interests().offers(), themes))
                .with("keeps", one.keepsTable() ? "1" : "")
                .with("told", told.getOrDefault(one.person(), ""));
    }

    private static String places(List<String> some, List<String> all) {
        return some.stream().map(one -> Integer.toString(all.indexOf(one))).collect(Collectors.joining(","));
    }

    /** Whoever is not in the plan any more is left out. */
    private String places(Set<String> some) {
        return some.stream()
                .filter(places::containsKey)
                .map(this::place)
                .sorted()
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private int place(String person) {
        return places.getOrDefault(person, -1);
    }

    /** Tables by their numbers, and behind a bar those who sit out: {@code 1:0,3 2:4,1|2}. */
    private String round(SpeedDates.Round round) {
        return round.tables().stream()
                .map(table -> table.number() + ":" + places(table.people()))
                .collect(Collectors.joining(" ")) + "|" + places(round.sittingOut());
    }

    private String places(List<Seatmate> some) {
        return some.stream()
                .map(one -> Integer.toString(place(one.person())))
                .collect(Collectors.joining(","));
    }

    private String couples(List<SpeedDatingSettings.Couple> couples) {
        return couples.stream()
                .filter(couple -> place(couple.one()) >= 0 && place(couple.other()) >= 0)
                .map(couple -> place(couple.one()) + "-" + place(couple.other()))
                .collect(Collectors.joining(","));
    }

    static SpeedDates read(Item item, String session) {
        var organisations = item.items("organisations");
        var themes = item.list("themes");
        var told = new HashMap<String, String>();
        var people = new ArrayList<Seatmate>();
        for (var one : item.items("people")) {
            people.add(seatmate(one, organisations, themes));
            if (!one.text("told", "").isEmpty()) {
                told.put(one.required("person"), one.required("told"));
            }
        }
        Function<String, List<SpeedDatingSettings.Couple>> couples = text -> couples(text, people);
        return new SpeedDates(
                session,
                SpeedDatingFigures.settings(item),
                people,
                item.list("rounds").stream().map(text -> round(text, people)).toList(),
                (int) item.count("done"),
                SpeedDates.State.valueOf(item.required("state")),
                SpeedDatingFigures.proof(item, people, couples),
                told,
                at(item.text("moved", ""), people).map(Seatmate::person).collect(Collectors.toSet()),
                item.requiredMoment("changed"),
                item.count("revision"));
    }

    private static Seatmate seatmate(Item one, List<Item> organisations, List<String> themes) {
        var organisation = organisations.get((int) one.count("at"));
        return new Seatmate(
                one.required("person"),
                one.text("name", ""),
                organisation.text("id", ""),
                organisation.text("name", ""),
                new Interests(
                        at(one.text("seeks", ""), themes).toList(),
                        at(one.text("offers", ""), themes).toList()),
                !one.text("keeps", "").isEmpty());
    }

    private static <T> Stream<T> at(String places, List<T> all) {
        return places.isEmpty()
                ? Stream.empty()
                : Arrays.stream(places.split(",")).map(place -> all.get(Integer.parseInt(place)));
    }

    private static SpeedDates.Round round(String text, List<Seatmate> people) {
        var bar = text.indexOf('|');
        return new SpeedDates.Round(
                Arrays.stream(text.substring(0, bar).split(" "))
                        .filter(table -> !table.isEmpty())
                        .map(table -> table.split(":"))
                        .map(table -> new SpeedDates.Table(
                                Integer.parseInt(table[0]), at(table[1], people).toList()))
                        .toList(),
                at(text.substring(bar + 1), people).toList());
    }

    private static List<SpeedDatingSettings.Couple> couples(String text, List<Seatmate> people) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(couple -> couple.split("-"))
                        .map(couple -> new SpeedDatingSettings.Couple(
                                people.get(Integer.parseInt(couple[0])).person(),
                                people.get(Integer.parseInt(couple[1])).person()))
                        .toList();
    }
}
