package be.leerkring.meetings.plan;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody becomes in a plan whose data are erased: a seat without a name, under a key that is nobody's.
 *
 * @param person the key that the seat had
 * @param key the one that it gets
 */
record Nobody(String person, String key) {

    /** In the place of this person, under a key that nobody in the plan has yet. */
    static Nobody insteadOf(String person, List<Seatmate> people) {
        var keys = people.stream().map(Seatmate::person).collect(Collectors.toSet());
        return new Nobody(
                person,
                IntStream.iterate(1, number -> number + 1)
                        .mapToObj(number -> "erased-" + number)
                        .filter(key -> !keys.contains(key))
                        .findFirst()
                        .orElseThrow());
    }

    private String in(String other) {
        return other.equals(person) ? key : other;
    }

    Seatmate in(Seatmate one) {
        return one.person().equals(person) ? one.forgotten(key) : one;
    }

    Set<String> in(Set<String> people) {
        return people.stream().map(this::in).collect(Collectors.toSet());
    }

    private List<SpeedDatingSettings.Couple> in(List<SpeedDatingSettings.Couple> couples) {
        UnaryOperator<SpeedDatingSettings.Couple> change = couple -> new SpeedDatingSettings.Couple(
                in(couple.one()), in(couple.other()));
        return couples.stream().map(change).toList();
    }

    SpeedDatingSettings in(SpeedDatingSettings settings) {
        return new SpeedDatingSettings(
                settings.rounds(),
                settings.minutes(),
                settings.change(),
                settings.start(),
                settings.tables(),
                settings.seats(),
                settings.organisationsFirst(),
                settings.hereOnly(),
                in(settings.mustMeet()),
                in(settings.mustNotMeet()),
                in(settings.keepTable()),
                in(settings.out()),
                settings.seed());
    }

    SpeedDatingProof in(SpeedDatingProof proof) {
        return new SpeedDatingProof(
                proof.from(),
                proof.people(),
                proof.organisations(),
                proof.repeats(),
                proof.satOut().entrySet().stream()
                        .collect(Collectors.toMap(entry -> in(entry.getKey()), entry -> entry.getValue())),
                proof.unmet(),
                in(proof.someUnmet()),
                in(proof.wishesUnmet()));
    }
}
