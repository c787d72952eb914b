package be.leerkring.speeddating.plan;

import be.leerkring.meetings.plan.SpeedDatingProof;
import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.speeddating.planner.Certificate;
import be.leerkring.speeddating.planner.LowerBound;
import be.leerkring.speeddating.planner.Pair;
import be.leerkring.speeddating.planner.Tally;
import be.leerkring.speeddating.planner.UpperBound;
import java.util.List;

/** The planner's certificate in the figures that are kept. The codes of its reasons are parts of texts' keys. */
final class Proofs {

    private Proofs() {}

    static SpeedDatingProof of(Certificate certificate) {
        return new SpeedDatingProof(
                certificate.firstRound(),
                count(certificate.people()),
                count(certificate.organisations()),
                certificate.repeats(),
                certificate.sittingOut(),
                certificate.unmet().size(),
                couples(certificate.unmet()),
                couples(certificate.mustMeetUnmet()));
    }

    private static SpeedDatingProof.Count count(Tally tally) {
        return new SpeedDatingProof.Count(
                tally.made(),
                tally.bound().value(),
                reason(tally.bound()),
                tally.fewestRounds().lower(),
                reason(tally.fewestRounds().reason()),
                tally.fewestRounds().upper());
    }

    private static SpeedDatingProof.Reason reason(UpperBound bound) {
        return switch (bound) {
            case UpperBound.EveryPair(int pairs) -> reason("every-pair", pairs);
            case UpperBound.Seats(int rounds, int inARound) -> reason("seats", rounds, inARound);
            case UpperBound.Partners(int rounds, int inARound, int sum) -> reason("partners", rounds, inARound, sum);
            case UpperBound.Bottleneck(int rounds, var hubs, var rims, int value) ->
                reason("bottleneck", rounds, hubs.size(), rims.size());
            case UpperBound.ThirtySixOfficers(int rounds) -> reason("officers", rounds);
            case UpperBound.Exhausted exhausted -> reason("exhausted");
        };
    }

    private static SpeedDatingProof.Reason reason(LowerBound bound) {
        return switch (bound) {
            case LowerBound.NobodyLeft nobody -> reason("nobody-left");
            case LowerBound.Busiest(String who, int others, int inARound) ->
                new SpeedDatingProof.Reason("busiest", List.of(others, inARound), who);
            case LowerBound.Capacity(int pairs, int inARound) -> reason("capacity", pairs, inARound);
            case LowerBound.OddGroup(var people, int pairs) -> reason("odd-group", people.size(), pairs);
        };
    }

    private static SpeedDatingProof.Reason reason(String code, Integer... numbers) {
        return new SpeedDatingProof.Reason(code, List.of(numbers), "");
    }

    private static List<SpeedDatingSettings.Couple> couples(List<Pair> pairs) {
        return pairs.stream()
                .sorted()
                .limit(SpeedDatingProof.LISTED)
                .map(pair -> new SpeedDatingSettings.Couple(pair.one(), pair.other()))
                .toList();
    }
}
