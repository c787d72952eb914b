package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.ContactWishes;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.Wishes;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.registration.message.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one is told of all that is kept about oneself, and what the owners of it forget. */
final class OwnFileTest extends OwnPages {

    private Session session;

    private void meet() {
        session = session(10, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "catalisti");
        var an = room.registration(session, "An").participant();
        var bo = room.registration(session, "Bo").participant();
        room.get(MeetingMemory.class).remember(session, List.of(new Meeting(an, bo)), List.of()).forEach(this::write);
        write(room.get(ContactWishes.class).put(new Wishes(an.identity(), Map.of(), 0)
                .wish(bo.identity(), false, session.forgottenAt())));
        write(room.get(ChangeLog.class).entryAbout(
                new Organiser("organisator@example.org"), session.id(), an.person(), "person-approved", List.of()));
        room.get(Messages.class).putNew(
                new Message(
                        session.id(), 7, clock.instant(), "organisator@example.org",
                        new Message.MessageText(words("Parkeren"), words("Parkeer achter het gebouw.")),
                        new MessageGroup("confirmed"), "", List.of(bo.person(), an.person()), 0),
                session).forEach(this::write);
    }

    private static LocalizedText words(String dutch) {
        return new LocalizedText(Map.of("nl", dutch));
    }

    private void write(Write write) {
        assertThat(room.get(Table.class).write(List.of(write))).isInstanceOf(WriteOutcome.Written.class);
    }

    private PersonKey key(String name) {
        return new PersonKey(session.id(), person(session, name));
    }

    @Test
    void oneReadsAllThatIsKept() {
        meet();
        var addresses = room.get(Addresses.class);
        addresses.unsubscribe(Addresses.hash(RegistrationRoom.address("An")));
        addresses.suppress(RegistrationRoom.address("An"), MailState.COMPLAINED);

        var file = file("An");

        assertThat(file)
                .containsEntry("name", "An")
                .containsEntry("email", "an@example.org")
                .containsEntry("organisation", "VIL")
                .containsEntry("state", "confirmed")
                .containsEntry("unsubscribed", true)
                .containsEntry("addressTakesNoMail", true);
        assertThat((List<?>) file.get("mails")).hasSize(2);
        assertThat(file.get("met").toString()).contains("Bo", "Catalisti", session.id());
        assertThat(file.get("contactWishes").toString()).contains("Bo", "returned=false");
        assertThat(file.get("messages").toString()).contains("Parkeren", "achter het gebouw");
        assertThat(file.get("log").toString()).contains("person-approved");
        assertThat(file("Bo").get("log").toString()).isEqualTo("[]");
    }

    @Test
    void thePageSaysItInPlainWords() {
        meet();

        var page = room.get(OwnDataController.class).look(room.token("An", "/my/").text(), visit()).body();

        assertThat(page).contains("Wie u hebt ontmoet", "Bo", "Met wie u contact wilt houden", "Alleen u ziet dit",
                "Parkeer achter het gebouw.", "Goedgekeurd", "35 dagen");
    }

    @Test
    void theLogAndTheMessagesForgetAPersonAndKeepTheirPlaces() {
        meet();
        var bo = key("Bo");

        room.get(Messages.class).forget(key("An"));
        room.get(ChangeLog.class).forget(session.id(), key("An").person());

        assertThat(file("An").get("messages").toString()).isEqualTo("[]");
        assertThat(file("An").get("log").toString()).isEqualTo("[]");
        assertThat(room.get(Messages.class).to(bo)).singleElement()
                .satisfies(message -> assertThat(message.people()).hasSize(2).startsWith(bo.person()));
        assertThat(room.get(ChangeLog.class).read(session.id(), Optional.empty()).entries()).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(key("An").person()));
    }

    @Test
    void whatIsKnownOfAnAddressIsForgottenWithItAndAfterTwoYears() {
        meet();
        var addresses = room.get(Addresses.class);
        var address = RegistrationRoom.address("An");
        addresses.unsubscribe(Addresses.hash(address));
        addresses.forget(address);
        assertThat(addresses.standing(address).unsubscribed()).isFalse();

        addresses.unsubscribe(Addresses.hash(address));
        clock.forward(Duration.ofDays(729));
        assertThat(addresses.standing(address).unsubscribed()).isTrue();
        clock.forward(Duration.ofDays(1));
        assertThat(addresses.standing(address).unsubscribed()).isFalse();
    }

    @Test
    void linksAreForgottenByTheirSubject() {
        var links = room.get(Links.class);
        write(links.issue("unsubscribe", "address.abc", clock.instant().plus(Duration.ofDays(1))).write());

        links.forget("address.abc");

        assertThat(links.about("address.abc")).isEmpty();
    }
}
