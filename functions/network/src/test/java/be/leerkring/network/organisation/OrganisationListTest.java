package be.leerkring.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrganisationListTest {

    private static final Organisation CATALISTI = new Organisation(
            "catalisti", "Catalisti", Organisation.Kind.SPEARHEAD_CLUSTER, false, "https://catalisti.be", "An Peeters",
            "an@example.org", new MailDomains(List.of("catalisti.be")), List.of("fisch", "essenscia"),
            List.of("FISCH", "Réseau chimie"), 4);

    private static final Organisation VIL = new Organisation("vil", "VIL", Organisation.Kind.OTHER, true);

    private static final OrganisationList LIST = new OrganisationList(7, List.of(CATALISTI, VIL));

    private static Participant participant(String organisationId, String organisation) {
        return new Participant(
                "sessie", "p", "Bo", new EmailAddress("bo@example.org"), organisationId, organisation,
                Organisation.Kind.OTHER, "coach", new Language("nl"), RegistrationState.CONFIRMED);
    }

    @Test
    void anOrganisationThatWasMergedIsTheOneIntoWhichItWas() {
        assertThat(LIST.canonical("fisch")).isEqualTo("catalisti");
        assertThat(LIST.canonical("catalisti")).isEqualTo("catalisti");
        assertThat(LIST.canonical("nergens")).isEqualTo("nergens");
        assertThat(LIST.find("essenscia")).contains(CATALISTI);
        assertThat(LIST.find("")).isEmpty();
    }

    @Test
    void whoeverRegisteredIsShownWithTheOrganisationAsItIsNow() {
        var now = participant("fisch", "FISCH").asListed(LIST);
        assertThat(now.organisationId()).isEqualTo("catalisti");
        assertThat(now.organisation()).isEqualTo("Catalisti");
        assertThat(now.kind()).isEqualTo(Organisation.Kind.SPEARHEAD_CLUSTER);
        assertThat(now.role()).isEqualTo("coach");
        var unknown = participant("", "Een club");
        assertThat(unknown.asListed(LIST)).isEqualTo(unknown);
        var removed = participant("weg", "Weg");
        assertThat(removed.asListed(LIST)).isEqualTo(removed);
    }

    @Test
    void aNameIsKnownWhateverItsCaseAccentsAndSpacesAndTheOldNameToo() {
        assertThat(LIST.called(" catalisti ")).contains(CATALISTI);
        assertThat(LIST.called("reseau  CHIMIE")).contains(CATALISTI);
        assertThat(LIST.called("vil")).contains(VIL);
        assertThat(LIST.called("vi")).isEmpty();
        var namedSo = new Organisation("fisch-2", "Fisch", Organisation.Kind.OTHER, false);
        assertThat(new OrganisationList(8, List.of(CATALISTI, namedSo)).called("FISCH")).contains(namedSo);
    }

    @Test
    void whoIsShownUnderTodaysNameStillSeeksAndOffersTheSame() {
        var interests = new Interests(List.of("industrie-4-0"), List.of("circulaire-economie"));
        var registered = new Participant(
                "sessie", "persoon", "persoon", "An", new EmailAddress("an@example.org"), CATALISTI.id(), "zoals toen",
                Organisation.Kind.OTHER, "", new Language("nl"), RegistrationState.CONFIRMED, interests);

        var current = registered.asListed(LIST);

        assertThat(current.organisation()).isEqualTo(CATALISTI.name());
        assertThat(current.interests()).isEqualTo(interests);
    }

    @Test
    void theListIsKeptAsItIsAndWrittenOnlyAfterTheOneThatWasRead() {
        try (var database = TestDatabase.open()) {
            var table = new Table(database.client(), TestDatabase.TABLE, Clock.systemUTC());
            var organisations = new Organisations(table);
            assertThat(organisations.read().all()).isEmpty();

            assertThat(table.write(List.of(organisations.putFirst(LIST.all()))))
                    .isInstanceOf(WriteOutcome.Written.class);
            var read = organisations.read();
            assertThat(read.all()).isEqualTo(LIST.all());
            assertThat(table.write(List.of(organisations.put(read.with(List.of(VIL))))))
                    .isInstanceOf(WriteOutcome.Written.class);
            assertThat(table.write(List.of(organisations.put(read.with(List.of(CATALISTI))))))
                    .isInstanceOf(WriteOutcome.Refused.class);
            assertThat(table.write(List.of(organisations.putFirst(LIST.all()))))
                    .isInstanceOf(WriteOutcome.Refused.class);
            assertThat(organisations.read().all()).containsExactly(VIL);
        }
    }

    @Test
    void fiveHundredOrdinaryOnesFitAndFiveHundredAndOneDoNot() {
        var many = IntStream.rangeClosed(0, OrganisationList.MOST)
                .mapToObj(number -> new Organisation(
                        "organisatie-" + number, "Een organisatie met een gewone naam " + number,
                        Organisation.Kind.OTHER, false, "https://www.organisatie-" + number + ".example.org",
                        "An Peeters", "an.peeters@organisatie-" + number + ".example.org",
                        new MailDomains(List.of("organisatie-" + number + ".example.org")), List.of(), List.of(), 1))
                .toList();

        assertThat(new OrganisationList(1, many.subList(0, OrganisationList.MOST)).fits()).isTrue();
        assertThat(new OrganisationList(1, many).fits()).isFalse();
    }
}
