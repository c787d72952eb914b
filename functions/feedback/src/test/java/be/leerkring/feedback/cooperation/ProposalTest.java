package be.leerkring.feedback.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.Report;
import be.leerkring.network.cooperation.Reported;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is made of reports: one proposal for each pair, and every report in one. */
final class ProposalTest {

    private static final Instant NOW = Instant.parse("2017-06-23T07:00:00Z");

    /** Five organisations; that with the id 4 was 5 before, and the list does not know Zeta. */
    private static final OrganisationList LIST = new OrganisationList(1, IntStream.range(0, 5)
            .mapToObj(number -> new Organisation(
                    "o-" + number, "Organisatie " + number, Organisation.Kind.OTHER, false, "", "", "",
                    MailDomains.NONE, number == 4 ? List.of("o-5") : List.of(),
                    number == 4 ? List.of("Organisatie 5") : List.of(), 1))
            .toList());

    @Provide
    Arbitrary<List<Report>> reports() {
        var sides = Arbitraries.of(Stream.concat(
                IntStream.range(0, 6).boxed().flatMap(number -> Stream.of(
                        new Side("o-" + number, "Organisatie " + number), new Side("", "organisatie " + number))),
                Stream.of(new Side("", "Zeta"), new Side("", "zeta."), new Side("", "Eta"))).toList());
        return Combinators.combine(
                sides, sides, Arbitraries.of(Stage.ON_THE_WAY), Arbitraries.of(true, false), Arbitraries.integers())
                .as((own, other, stage, told, key) -> report(own, other, stage, told, key))
                .list()
                .ofMaxSize(30);
    }

    private static Report report(Side own, Side other, Stage stage, boolean told, int key) {
        return new Report("k" + key, "sessie", own, new Reported(other, stage, "", told), "",
                key % 7 == 0, new Language("nl"), NOW);
    }

    @Property(tries = 300)
    void anySetOfReportsIsAtMostOneProposalAPairAndNoneIsLost(@ForAll("reports") List<Report> reports) {
        var proposals = Proposal.of(new Cooperations.Known(LIST, List.of(together("o-0", "o-1"))), reports);

        assertThat(proposals.stream().flatMap(proposal -> proposal.reports().stream()))
                .containsExactlyInAnyOrderElementsOf(reports);
        var pairs = new HashSet<Set<String>>();
        for (var proposal : proposals) {
            var pair = new HashSet<Set<String>>();
            proposal.reports().forEach(report -> pair.add(pair(report)));
            assertThat(pair).as("one pair to a proposal").hasSize(1);
            assertThat(pairs.add(pair.iterator().next())).as("one proposal to a pair").isTrue();
            assertThat(proposal.existing().isPresent())
                    .isEqualTo(pair.contains(Set.of("o-0", "o-1")));
        }
        assertThat(proposals).extracting(Proposal::id).doesNotHaveDuplicates();
    }

    /** By hand, and not as it is done. */
    private static Set<String> pair(Report report) {
        return Set.copyOf(Stream.of(report.own(), report.what().other())
                .map(side -> side.name().toLowerCase().replace(".", "").replace("organisatie ", "o-"))
                .map(name -> name.equals("o-5") ? "o-4" : name)
                .toList());
    }

    @Example
    void bothSidesAreOneProposalWithTheFurthestStageAndTheConsentOfWhoeverGaveIt() {
        var one = new Side("o-0", "Organisatie 0");
        var other = new Side("o-2", "Organisatie 2");
        var proposals = Proposal.of(new Cooperations.Known(LIST, List.of()), List.of(
                report(one, other, Stage.PLAN, true, 1),
                report(other, one, Stage.AGREED, false, 2),
                report(one, other, Stage.TALKED, true, 3)));

        assertThat(proposals).hasSize(1).first().satisfies(proposal -> {
            assertThat(proposal.isMutual()).isTrue();
            assertThat(proposal.stage()).isEqualTo(Stage.AGREED);
            assertThat(proposal.consents()).containsExactly("o-0");
        });
    }

    @Example
    void whoTakesConsentBackIsProposedWithoutIt() {
        var proposals = Proposal.of(
                new Cooperations.Known(LIST, List.of(together("o-0", "o-1"))),
                List.of(report(new Side("o-1", ""), new Side("o-0", ""), Stage.TALKED, true, 7)));

        assertThat(proposals.getFirst().isTakenBack()).isTrue();
        assertThat(proposals.getFirst().consents()).containsExactly("o-0");
        assertThat(proposals.getFirst().stage()).as("it goes on").isEqualTo(Stage.RUNNING);
    }

    private static Cooperation together(String... organisations) {
        return new Cooperation(
                "samen", new LocalizedText(Map.of("nl", "Samen")), List.of(organisations), Set.of(organisations),
                new TreeMap<>(Map.of(Stage.RUNNING, LocalDate.parse("2017-05-01"))), Optional.empty(), List.of(),
                LocalizedText.NONE, "", true, 3);
    }
}
