package be.leerkring.registration.door;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.text.Folding;
import be.leerkring.registration.state.Registration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A session's people on paper.
 *
 * @param expected those who have a seat, or had one, by organisation
 * @param waiting those who would like one, by organisation
 */
public record PaperLists(Session session, List<PaperLists.Party> expected, List<PaperLists.Party> waiting) {

    /** On a sheet of A4: two beside each other, four below each other. */
    private static final int BADGES = 8;

    /** A longer name takes smaller letters on a badge. */
    static final int LONG = 45;

    /** The people of one organisation. */
    public record Party(String organisation, List<Registration> people) {}

    public static PaperLists of(CheckIn checkIn) {
        return new PaperLists(
                checkIn.session(),
                parties(
                        checkIn,
                        List.of(RegistrationState.CONFIRMED, RegistrationState.ATTENDED, RegistrationState.ABSENT)),
                parties(checkIn, List.of(RegistrationState.OFFERED, RegistrationState.WAITING)));
    }

    private static List<Party> parties(CheckIn checkIn, List<RegistrationState> states) {
        return checkIn.people().stream()
                .filter(registration -> states.contains(registration.state()))
                .collect(Collectors.groupingBy(
                        registration -> registration.participant().organisation(),
                        () -> new TreeMap<>(Folding.alphabet()),
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(party -> new Party(party.getKey(), party.getValue()))
                .toList();
    }

    /** How many have a seat. */
    int seated() {
        return expected.stream().mapToInt(party -> party.people().size()).sum();
    }

    /** The people who get a badge, sheet by sheet. */
    List<List<Registration>> badges() {
        var all = expected.stream().flatMap(party -> party.people().stream()).toList();
        return IntStream.range(0, (all.size() + BADGES - 1) / BADGES)
                .mapToObj(sheet -> all.subList(sheet * BADGES, Math.min(all.size(), (sheet + 1) * BADGES)))
                .toList();
    }
}
