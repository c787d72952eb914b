package be.leerkring.registration.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.Crowd;
import be.leerkring.registration.Person;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.people.PeopleQuery.Column;
import be.leerkring.registration.state.Status;
import be.leerkring.testing.Meter;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of a session's people. */
final class PeopleTest {

    private static final Instant NOW = Instant.parse("2017-03-06T09:00:00Z");

    private final MovableClock clock = MovableClock.at(NOW);
    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    private People people(Session session) {
        return room.get(People.Reader.class).of(session.id()).orElseThrow();
    }

    @Test
    void everybodyStandsThereWithStateAndPlaceInLine() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        for (var name : List.of("An", "Bo", "Cis")) {
            room.confirm(session, name, "vil");
            clock.forward(Duration.ofMinutes(1));
        }
        room.submit(session, "Dora", "Een andere club", "nl");

        var people = people(session);

        assertThat(people.all())
                .extracting(person -> person.participant().name(), Person::state, Person::place)
                .containsExactlyInAnyOrder(
                        tuple("An", RegistrationState.CONFIRMED, 0),
                        tuple("Bo", RegistrationState.WAITING, 1),
                        tuple("Cis", RegistrationState.WAITING, 2),
                        tuple("Dora", RegistrationState.PENDING, 0));
        assertThat(people.counts()).containsEntry(Status.WAITING, 2L);
        assertThat(people.organisations().values()).containsExactly("Een andere club", "VIL");
        assertThat(people.more()).isFalse();
    }

    @Test
    void aSessionThatIsNotThereHasNoPeopleAndADraftHasNone() {
        var draft = RegistrationRoom.session("ontwerp", AdmissionRules.NONE);
        room.write(room.get(Sessions.class)
                .put(new Session(
                        draft.id(),
                        draft.title(),
                        draft.summary(),
                        draft.start(),
                        draft.end(),
                        draft.venue(),
                        draft.audience(),
                        draft.themes(),
                        draft.programme(),
                        draft.assumed(),
                        draft.admission(),
                        Edition.drafted(NOW))));

        assertThat(room.get(People.Reader.class).of("geen")).isEmpty();
        assertThat(people(draft).all()).isEmpty();
        assertThat(people(draft).seats()).isEmpty();
    }

    private static Person person(String name, String organisation, String role, RegistrationState state, int place) {
        var address = new EmailAddress(RegistrationRoom.address("x" + name.length() + "." + place));
        return new Person(
                new Participant(
                        "sessie",
                        name,
                        name,
                        address,
                        "",
                        organisation,
                        Organisation.Kind.OTHER,
                        role,
                        new Language("nl"),
                        state),
                NOW.plusSeconds(name.length()),
                Optional.empty(),
                true,
                Optional.empty(),
                place);
    }

    private static final List<Person> SOME = List.of(
            person("Zoë Ångström", "VIL", "directeur", RegistrationState.CONFIRMED, 0),
            person("An Peeters", "Één voor allen", "", RegistrationState.WAITING, 2),
            person("Émile De Smet", "catalisti", "Coördinator", RegistrationState.CANCELLED, 0),
            person("bram janssens", "VIL", "", RegistrationState.WAITING, 1));

    private static String found(String address) {
        return query(address).among(SOME).stream()
                .map(person -> person.participant().name().split(" ")[0])
                .collect(joining(" "));
    }

    /** As a browser sends it. */
    private static PeopleQuery query(String address) {
        var fields = new HashMap<String, Object>();
        for (var parameter : address.replaceFirst("^\\?", "").split("&")) {
            var pair = parameter.split("=", 2);
            var value = URLDecoder.decode(pair.length > 1 ? pair[1] : "", UTF_8);
            fields.merge(pair[0], value, (one, other) -> one + "," + other);
        }
        return PeopleQuery.of(new FormText(fields));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "?q=zoe | Zoë",
            "?q=ANGSTROM | Zoë",
            "?q=coordinator | Émile",
            "?q=emile+catalisti | Émile",
            "?q=Peeters%2C+An | An",
            "?q=een+voor | An",
            "?q=x13.1@example | bram",
            "?q=niemand | ''",
            "?state=waiting | An bram",
            "?state=waiting&state=confirmed | An bram Zoë",
            "?state=waiting,confirmed | An bram Zoë",
            "?state=unheard-of | An bram Émile Zoë",
            "?organisation=~vil | bram Zoë",
            "?organisation=~vil&state=waiting&q=an | bram",
            "? | An bram Émile Zoë"
    })
    void oneFindsWhomOneLooksFor(String address, String names) {
        assertThat(found(address)).isEqualTo(names.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "?sort=name | An bram Émile Zoë",
            "?order=desc | Zoë Émile bram An",
            "?sort=organisation | Émile An bram Zoë",
            "?sort=organisation&order=desc | bram Zoë An Émile",
            "?sort=role | Émile Zoë An bram",
            "?sort=role&order=desc | Zoë Émile An bram",
            "?sort=state | Zoë An bram Émile",
            "?sort=since | An Zoë bram Émile",
            "?sort=place | bram An Émile Zoë",
            "?sort=place&order=desc | An bram Émile Zoë",
            "?sort=nonsense&order=sideways&page=-3 | An bram Émile Zoë"
    })
    void aColumnSortsBothWaysAndWhoHasNothingInItComesLast(String address, String names) {
        assertThat(found(address)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?",
            "?q=a%26b%3Dc+%2B+%C3%A9&state=pending&state=waiting&organisation=%7Evil&sort=place&order=desc&page=7"})
    void everyLinkKeepsWhatWasAskedFor(String address) {
        assertThat(query(address).address()).isEqualTo(address);
        assertThat(query(query(address).address())).isEqualTo(query(address));
    }

    @Test
    void aColumnsTitleSortsAndThenTurnsTheOrderAndLeavesTheRest() {
        var asked = query("?q=an&state=waiting&page=3");

        assertThat(asked.by(Column.SINCE).address()).isEqualTo("?q=an&state=waiting&sort=since");
        assertThat(asked.by(Column.SINCE).by(Column.SINCE).address())
                .isEqualTo("?q=an&state=waiting&sort=since&order=desc");
        assertThat(asked.by(Column.NAME).sorted(Column.NAME)).isEqualTo("descending");
        assertThat(asked.sorted(Column.NAME)).isEqualTo("ascending");
        assertThat(asked.sorted(Column.ROLE)).isNull();
        assertThat(asked.in(Optional.of(Status.PENDING)).states())
                .isEqualTo(Set.of(Status.PENDING));
        assertThat(asked.in(Optional.empty()).address()).isEqualTo("?q=an");
    }

    @Test
    void aPageHasAHundredRowsAndNoneIsBeyondTheLast() {
        var many = Collections.nCopies(230, SOME.getFirst());

        assertThat(PeoplePage.of(many, 1)).extracting(PeoplePage::first, PeoplePage::last, PeoplePage::hasNext)
                .containsExactly(1, 100, true);
        assertThat(PeoplePage.of(many, 3)).extracting(PeoplePage::first, PeoplePage::last, PeoplePage::hasNext)
                .containsExactly(201, 230, false);
        assertThat(PeoplePage.of(many, 999_999).number()).isEqualTo(3);
        assertThat(PeoplePage.of(List.of(), 5)).isEqualTo(new PeoplePage(List.of(), 1, 0));
    }

    @Test
    void fiveHundredPeopleCostOneBatchAndOneQuery() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 40);
        Crowd.register(room, session, 500, NOW);

        var reads = Meter.during(() -> assertThat(people(session).all()).hasSize(500));

        assertThat(reads).extracting(Meter.Call::operation).containsExactly("BatchGetItem", "Query");
        assertThat(reads.getFirst().units()).isEqualTo(3);
        assertThat(reads.getLast().units()).isBetween(20.0, 30.0);
    }

    @Test
    void noMoreThanTwoThousandAreReadAndThePageKnows() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 40);
        Crowd.register(room, session, 2_001, NOW);

        var reads = Meter.during(() -> {
            var people = people(session);
            assertThat(people.all()).hasSize(2_000);
            assertThat(people.more()).isTrue();
        });

        assertThat(Meter.units(reads)).isLessThan(200);
    }
}
