package be.leerkring.speeddating.plan;

import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingProof;
import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.platform.web.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain words how good a plan is. That no plan can do better it says where that is proven, and only there. */
public final class ProofWords {

    private static final String TEXTS = "speed-dating.proof.";

    private final View view;
    private final SpeedDates plan;
    private final SpeedDatingProof proof;
    private final Map<String, Seatmate> people;

    ProofWords(View view, SpeedDates plan) {
        this.view = view;
        this.plan = plan;
        proof = plan.proof();
        people = plan.people().stream().collect(Collectors.toMap(Seatmate::person, Function.identity()));
    }

    /** What was reached, of what can be. */
    String headline() {
        return headline(proof.people());
    }

    private String headline(SpeedDatingProof.Count count) {
        return count.noPlanCanDoBetter()
                ? view.text(TEXTS + "best", count.made())
                : view.text(TEXTS + "open", count.made(), count.bound());
    }

    /** Why not more, and what is between the plan and the bound. */
    List<String> ofPeople() {
        return about(proof.people(), "people");
    }

    /** The same for the organisations, what they reach first. */
    List<String> ofOrganisations() {
        var lines = new ArrayList<>(List.of(headline(proof.organisations())));
        lines.addAll(about(proof.organisations(), "organisations"));
        return lines;
    }

    private List<String> about(SpeedDatingProof.Count count, String whose) {
        var lines = new ArrayList<String>();
        lines.add(bound(count, whose));
        if (!count.noPlanCanDoBetter()) {
            lines.add(view.text(TEXTS + "gap", count.gap()));
        }
        return lines;
    }

    private String bound(SpeedDatingProof.Count count, String whose) {
        var reason = count.why();
        return view.text(
                TEXTS + "bound." + whose + "." + reason.code(),
                Stream.concat(Stream.of(count.bound()), reason.numbers().stream()).toArray());
    }

    /** In how many rounds all could meet: people, then organisations. */
    List<String> fewest() {
        return List.of(fewest(proof.people(), "people"), fewest(proof.organisations(), "organisations"));
    }

    private String fewest(SpeedDatingProof.Count count, String whose) {
        var reason = count.whyFewest();
        if (reason.code().equals("nobody-left")) {
            return view.text(TEXTS + "fewest." + whose + ".nobody-left");
        }
        var range = count.fewest() == count.enough()
                ? view.text(TEXTS + "fewest." + whose, count.fewest())
                : view.text(TEXTS + "fewest." + whose + ".between", count.fewest(), count.enough());
        var numbers = reason.numbers().stream().map(Object.class::cast);
        return range + " " + view.text(
                TEXTS + "fewest." + whose + "." + reason.code(),
                Stream.concat(numbers, Stream.of(name(reason.who()))).toArray());
    }

    /** Of a person, or else of an organisation. */
    private String name(String key) {
        var person = people.get(key);
        return person != null
                ? person.name()
                : plan.people().stream()
                        .filter(one -> one.organisationKey().equals(key))
                        .findFirst()
                        .map(Seatmate::organisation)
                        .orElse("");
    }

    /** Who sits out how often: nobody, or those who do so most first. */
    List<String> sittingOut() {
        var byNumber = new TreeMap<Integer, List<String>>();
        plan.people().forEach(one -> byNumber
                .computeIfAbsent(proof.satOut().getOrDefault(one.person(), 0), number -> new ArrayList<>())
                .add(one.name()));
        byNumber.remove(0);
        return byNumber.isEmpty()
                ? List.of(view.text(TEXTS + "sits-out.nobody"))
                : byNumber.descendingMap().entrySet().stream()
                        .map(entry -> view.text(
                                TEXTS + "sits-out",
                                entry.getValue().size(),
                                entry.getKey(),
                                String.join(", ", entry.getValue())))
                        .toList();
    }

    String unmet() {
        return view.text(TEXTS + "unmet", proof.unmet());
    }

    List<String> unmetPairs() {
        return names(proof.someUnmet());
    }

    List<String> wishesUnmet() {
        return names(proof.wishesUnmet());
    }

    private List<String> names(List<SpeedDatingSettings.Couple> couples) {
        return couples.stream()
                .filter(couple -> people.containsKey(couple.one()) && people.containsKey(couple.other()))
                .map(couple -> view.text(TEXTS + "pair", label(couple.one()), label(couple.other())))
                .toList();
    }

    private String label(String person) {
        var one = people.get(person);
        return one.name() + " (" + one.organisation() + ")";
    }
}
