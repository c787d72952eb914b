package be.leerkring.meetings.plan;

import be.leerkring.platform.table.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The settings of a plan for speed-dating and its proof, as part of the plan's item. */
final class SpeedDatingFigures {

    private SpeedDatingFigures() {}

    static Item write(SpeedDates plan, Item item, Function<List<SpeedDatingSettings.Couple>, String> couples) {
        return item.with("settings", settings(plan.settings())).with("proof", proof(plan, couples));
    }

    /** Wishes stay with people's keys, for they may be about somebody who is not in the plan yet. */
    private static Item settings(SpeedDatingSettings settings) {
        var item = Item.map()
                .with("rounds", settings.rounds())
                .with("minutes", settings.minutes())
                .with("change", settings.change())
                .with("tables", settings.tables())
                .with("seats", settings.seats())
                .with("organisationsFirst", settings.organisationsFirst() ? 1 : 0)
                .with("hereOnly", settings.hereOnly() ? 1 : 0)
                .withTexts("mustMeet", wishes(settings.mustMeet()))
                .withTexts("mustNotMeet", wishes(settings.mustNotMeet()))
                .withTexts("keepTable", settings.keepTable().stream().sorted().toList())
                .withTexts("out", settings.out().stream().sorted().toList())
                .with("seed", settings.seed());
        settings.start().ifPresent(start -> item.with("start", start));
        return item;
    }

    private static List<String> wishes(List<SpeedDatingSettings.Couple> couples) {
        return couples.stream().map(couple -> couple.one() + " " + couple.other()).toList();
    }

    private static Item proof(SpeedDates plan, Function<List<SpeedDatingSettings.Couple>, String> couples) {
        var proof = plan.proof();
        return Item.map()
                .with("from", proof.from())
                .with("people", count(proof.people()))
                .with("organisations", count(proof.organisations()))
                .with("repeats", proof.repeats())
                .with(
                        "satOut",
                        plan.people().stream()
                                .map(one -> proof.satOut()
                                        .getOrDefault(one.person(), 0)
                                        .toString())
                                .collect(Collectors.joining(",")))
                .with("unmet", proof.unmet())
                .with("someUnmet", couples.apply(proof.someUnmet()))
                .with("wishesUnmet", couples.apply(proof.wishesUnmet()));
    }

    private static Item count(SpeedDatingProof.Count count) {
        return Item.map()
                .with("made", count.made())
                .with("bound", count.bound())
                .with("why", reason(count.why()))
                .with("fewest", count.fewest())
                .with("whyFewest", reason(count.whyFewest()))
                .with("enough", count.enough());
    }

    private static Item reason(SpeedDatingProof.Reason reason) {
        return Item.map()
                .with("code", reason.code())
                .with(
                        "numbers",
                        reason.numbers().stream().map(Object::toString).collect(Collectors.joining(",")))
                .with("who", reason.who());
    }

    static SpeedDatingSettings settings(Item plan) {
        var item = plan.map("settings");
        return new SpeedDatingSettings(
                (int) item.count("rounds"),
                (int) item.count("minutes"),
                (int) item.count("change"),
                item.moment("start"),
                (int) item.count("tables"),
                (int) item.count("seats"),
                item.count("organisationsFirst") == 1,
                item.count("hereOnly") == 1,
                wished(item.list("mustMeet")),
                wished(item.list("mustNotMeet")),
                Set.copyOf(item.list("keepTable")),
                Set.copyOf(item.list("out")),
                item.count("seed"));
    }

    private static List<SpeedDatingSettings.Couple> wished(List<String> texts) {
        return texts.stream()
                .map(text -> text.split(" "))
                .map(two -> new SpeedDatingSettings.Couple(two[0], two[1]))
                .toList();
    }

    static SpeedDatingProof proof(
            Item plan, List<Seatmate> people, Function<String, List<SpeedDatingSettings.Couple>> couples) {
        var item = plan.map("proof");
        var satOut = new HashMap<String, Integer>();
        var rounds = numbers(item.text("satOut", ""));
        for (int place = 0; place < rounds.size(); place++) {
            satOut.put(people.get(place).person(), rounds.get(place));
        }
        return new SpeedDatingProof(
                (int) item.count("from"),
                count(item.map("people")),
                count(item.map("organisations")),
                (int) item.count("repeats"),
                satOut,
                (int) item.count("unmet"),
                couples.apply(item.text("someUnmet", "")),
                couples.apply(item.text("wishesUnmet", "")));
    }

    private static SpeedDatingProof.Count count(Item item) {
        return new SpeedDatingProof.Count(
                (int) item.count("made"),
                (int) item.count("bound"),
                reason(item.map("why")),
                (int) item.count("fewest"),
                reason(item.map("whyFewest")),
                (int) item.count("enough"));
    }

    private static SpeedDatingProof.Reason reason(Item item) {
        return new SpeedDatingProof.Reason(
                item.required("code"), numbers(item.text("numbers", "")), item.text("who", ""));
    }

    private static List<Integer> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}
