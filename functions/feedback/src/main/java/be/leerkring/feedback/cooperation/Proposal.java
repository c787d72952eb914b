package be.leerkring.feedback.cooperation;

import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.Report;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.platform.table.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All reports about one pair of organisations, whichever of the two they come from: one proposal to an organiser.
 *
 * @param id letters, digits, hyphens and underscores; the same for the same pair
 * @param reports the first first; never none
 * @param existing the cooperation of the two that it would bring up to date, if there is one that goes on
 * @param organisations as the network lists them now
 */
public record Proposal(
        String id, List<Report> reports, Optional<Cooperation> existing, OrganisationList organisations) {

    private static final int SHORT = 12;
    private static final int AT_ONCE = 40;

    public Proposal {
        reports = List.copyOf(reports);
    }

    /** All that is proposed: every report is in one, and no two are about the same pair. */
    static List<Proposal> of(Cooperations.Known known, List<Report> open) {
        return open.stream()
                .collect(Collectors.groupingBy(
                        report -> pair(report, known.organisations()), LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream()
                .map(entry -> new Proposal(
                        Sha256.of(String.join("\n", entry.getKey()), SHORT),
                        entry.getValue(),
                        existing(known, entry.getKey()),
                        known.organisations()))
                .toList();
    }

    private static List<String> pair(Report report, OrganisationList list) {
        return sides(report).map(side -> side.key(list)).sorted().toList();
    }

    private static Stream<Side> sides(Report report) {
        return Stream.of(report.own(), report.what().other());
    }

    private static Optional<Cooperation> existing(Cooperations.Known known, List<String> pair) {
        return known.all().stream()
                .filter(cooperation -> cooperation.stage() != Stage.ENDED
                        && !pair.getFirst().equals(pair.getLast()) && cooperation.isOf(pair))
                .findFirst();
    }

    /** What the two are called. */
    List<String> names() {
        return sides(reports.getFirst()).map(side -> side.name(organisations)).toList();
    }

    /** Those of the two that the network lists. */
    List<Organisation> listed() {
        return sides(reports.getFirst()).flatMap(side -> side.in(organisations).stream()).distinct().toList();
    }

    /** Whether both report each other. */
    boolean isMutual() {
        return standing().map(report -> report.own().key(organisations)).distinct().count() > 1;
    }

    /** Whether nothing is left but that reports were taken back. */
    boolean isTakenBack() {
        return standing().findAny().isEmpty();
    }

    private Stream<Report> standing() {
        return reports.stream().filter(report -> !report.takenBack());
    }

    /** The furthest that anybody says it is, or that it was known to be; of what was taken back, as it was reported. */
    Stage stage() {
        return Stream.concat(
                existing.map(Cooperation::stage).stream(),
                (isTakenBack() ? reports.stream() : standing()).map(report -> report.what().stage()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When it was first reported to be that far, or else first reported. */
    Instant at() {
        return Stream.concat(reports.stream().filter(report -> report.what().stage() == stage()), reports.stream())
                .findFirst()
                .orElseThrow()
                .at();
    }

    /**
     * The organisations that agreed to its being told: those all of whose people who reported it do, and those that did
     * before and report nothing now.
     */
    Set<String> consents() {
        var consents = new HashSet<>(existing.map(Cooperation::consents).orElse(Set.of()));
        reports.stream()
                .collect(Collectors.groupingBy(report -> report.own().key(organisations)))
                .forEach((organisation, theirs) -> {
                    if (theirs.stream().allMatch(Report::isTold)) {
                        consents.add(organisation);
                    } else {
                        consents.remove(organisation);
                    }
                });
        return consents;
    }

    /** The session after which it was reported first. */
    String session() {
        return reports.getFirst().session();
    }

    /** The reports as an organiser saw them: as many as one transaction settles, the others stay. */
    String seen() {
        return reports.stream().limit(AT_ONCE).map(Report::seen).collect(Collectors.joining(" "));
    }

    /** What was written in this language, a paragraph each, under the name of whose organisation wrote it. */
    String words(String language) {
        return standing()
                .filter(report -> report.language().code().equals(language))
                .map(report -> Stream.of(report.used(), report.what().brought())
                        .filter(text -> !text.isEmpty())
                        .reduce((one, other) -> one + "\n" + other)
                        .map(text -> report.own().name(organisations) + ": " + text)
                        .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }
}
