package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.leerkring.desk.Csv;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.door.CheckIn;
import be.leerkring.registration.door.PaperLists;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.registration.messages.MessageForm;
import be.leerkring.registration.messages.MessageSheet;
import be.leerkring.registration.messages.SendingMessages;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.need.NeedsForm;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.own.ChangingDetails;
import be.leerkring.registration.own.ColleagueForm;
import be.leerkring.registration.own.DetailsForm;
import be.leerkring.registration.own.PassingOn;
import be.leerkring.registration.people.People;
import be.leerkring.registration.people.PeopleCsv;
import be.leerkring.registration.people.PeopleJson;
import be.leerkring.registration.people.PeopleQuery;
import be.leerkring.registration.signup.RegistrationForm;
import be.leerkring.registration.signup.SigningUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who registered for an organisation that was merged into another, or renamed. */
final class MergedOrganisationsTest {

    private static final AdmissionRules TWO_OF_ONE = new AdmissionRules(Optional.empty(), Optional.empty(),
            Optional.empty(), 0, 2, true);

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", TWO_OF_ONE), 10);

    @AfterEach
    void close() {
        room.close();
    }

    /** Catalisti becomes part of VIL, which gets another name. */
    private void merge() {
        var organisations = room.get(Organisations.class);
        var list = organisations.read();
        room.write(organisations.put(list.with(list.all().stream()
                .filter(organisation -> !organisation.id().equals("catalisti"))
                .map(organisation -> organisation.id().equals("vil") ? merged() : organisation)
                .toList())));
        room.write(room.get(SeatCounts.class)
                .put(session, room.seats(session.id()).merge(List.of("catalisti"), "vil")));
    }

    private static Organisation merged() {
        return new Organisation("vil", "VIL & Catalisti", Organisation.Kind.SPEARHEAD_CLUSTER, false, "", "", "",
                MailDomains.NONE, List.of("catalisti"), List.of("VIL", "Catalisti"), 1);
    }

    private void confirm(String name, String organisation) {
        room.confirm(session, name, organisation);
        clock.forward(Duration.ofMinutes(15));
    }

    private ChangingDetails.Outcome change(String name, String organisation) {
        return room.get(ChangingDetails.class)
                .change(
                        room.token(name, "/my/"),
                        DetailsForm.of(new FormText(
                                Map.of("name", name + " Vos", "organisation", organisation, "role", "coach", "language",
                                        "nl"))));
    }

    @Test
    void theyStandUnderOneNameInTheListTheFiltersTheFilesAndAtTheDoor() {
        confirm("An", "vil");
        confirm("Bo", "catalisti");
        merge();

        var people = room.get(People.Reader.class).of("sessie").orElseThrow();
        assertThat(people.organisations()).isEqualTo(Map.of("vil", "VIL & Catalisti"));
        var asked = PeopleQuery.of(new FormText(Map.of("organisation", "vil"))).among(people.all());
        assertThat(asked).extracting(person -> person.participant().name(), Person::organisationKey)
                .containsExactlyInAnyOrder(tuple("An", "vil"), tuple("Bo", "vil"));
        assertThat(room.get(PeopleCsv.class).write(asked, Csv.Separator.COMMA, new Language("nl")))
                .contains("An,an@example.org,VIL & Catalisti", "Bo,bo@example.org,VIL & Catalisti")
                .doesNotContain(",Catalisti,");
        assertThat(room.get(PeopleJson.class).write(people, asked)).doesNotContain("\"catalisti\"");

        var checkIn = room.get(CheckIn.Reader.class).of("sessie").orElseThrow();
        assertThat(PaperLists.of(checkIn).expected()).extracting(PaperLists.Party::organisation)
                .containsExactly("VIL & Catalisti");
        assertThat(checkIn.found("catalisti")).hasSize(2);

        var desk = room.get(MessageSheet.Reader.class).of("sessie").orElseThrow();
        assertThat(desk.groups()).containsEntry(new MessageGroup("organisation vil"), 2L);
        var sent = room.get(SendingMessages.class).send(
                session,
                new MessageGroup("organisation vil"),
                MessageForm.of(new FormText(Map.of("subject-nl", "Dag", "text-nl", "Allemaal")),
                        List.of(new Language("nl"))).text(),
                1,
                RegistrationRoom.ORGANISER);
        assertThat(sent).isInstanceOfSatisfying(
                SendingMessages.Outcome.Sent.class, message -> assertThat(message.message().people()).hasSize(2));
    }

    @Test
    void theirSeatsCountTogetherForWhoeverComesNextAndComeFreeTogether() {
        confirm("An", "vil");
        confirm("Bo", "catalisti");
        merge();

        confirm("Cis", "vil");
        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.WAITING);
        room.submit(session, "Dora", "Catalisti", "nl");
        var dora = room.registration(session, "Dora").participant();
        assertThat(dora.organisationId()).as("who still writes the old name").isEqualTo("vil");

        room.get(Cancelling.class).cancel(room.token("Bo", "/my/"));
        room.stream(session);

        assertThat(room.seats("sessie").organisations()).isEqualTo(Map.of("vil", 2));
        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void aFormThatWasOpenedBeforeTheMergerIsTakenForTheOneThatStays() {
        merge();

        var form = new RegistrationForm("Eva", RegistrationRoom.address("Eva"), "catalisti", "", "", "nl", "yes", "",
                Interests.NONE, NeedsForm.EMPTY);
        assertThat(room.get(SigningUp.class).submit("sessie", form, RegistrationRoom.source("Eva")))
                .isInstanceOf(SigningUp.Outcome.Mailed.class);

        assertThat(room.registration(session, "Eva").participant().organisation()).isEqualTo("VIL & Catalisti");
    }

    @Test
    void whoeverChangesDetailsAfterTheMergerStaysInTheSameSeat() {
        confirm("An", "vil");
        confirm("Bo", "catalisti");
        merge();

        assertThat(change("Bo", "vil")).isInstanceOf(ChangingDetails.Outcome.Done.class);

        var changed = room.registration(session, "Bo");
        assertThat(changed.participant().organisationId()).isEqualTo("vil");
        assertThat(changed.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.seats("sessie").organisations()).isEqualTo(Map.of("vil", 2));
        assertThat(DetailsForm.of(changed.participant(), List.of(merged()), Needs.NONE).organisation())
                .isEqualTo("vil");
        assertThat(change("An", "netwerk")).isInstanceOf(ChangingDetails.Outcome.Done.class);
        assertThat(room.seats("sessie").organisations()).isEqualTo(Map.of("vil", 1, "netwerk", 1));
    }

    @Test
    void aSeatIsPassedOnBetweenColleaguesOfWhatIsOneOrganisationNow() {
        confirm("An", "catalisti");
        room.get(PassingOn.class)
                .pass(
                        room.token("An", "/my/"),
                        ColleagueForm
                                .of(new FormText(Map.of("name", "Fien", "email", RegistrationRoom.address("Fien")))),
                        RegistrationRoom.source("An"));
        merge();
        clock.forward(Duration.ofMinutes(15));
        assertThat(change("An", "vil")).isInstanceOf(ChangingDetails.Outcome.Done.class);

        room.press("Fien");

        assertThat(room.registration(session, "Fien").state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.registration(session, "An").state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(room.seats("sessie").organisations()).isEqualTo(Map.of("vil", 1));
    }

    @Test
    void whoseOrganisationIsListedNoLongerKeepsItsName() {
        confirm("An", "vil");
        var organisations = room.get(Organisations.class);
        OrganisationList list = organisations.read();
        room.write(organisations.put(list.with(List.of())));

        var people = room.get(People.Reader.class).of("sessie").orElseThrow();
        assertThat(people.organisations()).isEqualTo(Map.of("vil", "VIL"));
        var form = DetailsForm.of(people.all().getFirst().participant(), List.of(), Needs.NONE);
        assertThat(form.organisation()).isEqualTo(OrganisationChoice.OTHER);
        assertThat(form.otherOrganisation()).isEqualTo("VIL");
    }
}
