package be.leerkring.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.Crowd;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** An organiser who writes to the people of a session. */
abstract class MessagesOfASession {

    static final Organiser ORGANISER = new Organiser("organisator@example.org");
    static final MessageGroup CONFIRMED = new MessageGroup("confirmed");
    static final Message.MessageText WORDS = words("Breng uw agenda mee");
    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    final RegistrationRoom room = new RegistrationRoom(clock);
    final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 2);

    static Message.MessageText words(String subject) {
        return new Message.MessageText(
                new LocalizedText(Map.of("nl", subject)), new LocalizedText(Map.of("nl", "Tot dan!")));
    }

    @AfterEach
    void close() {
        Cut.nowhere();
        room.close();
    }

    void confirm(String name, String organisation) {
        room.confirm(session, name, organisation);
        clock.forward(Duration.ofMinutes(1));
    }

    SendingMessages sending() {
        return room.get(SendingMessages.class);
    }

    Message send(MessageGroup group, Message.MessageText text, long number) {
        var outcome = sending().send(session, group, text, number, ORGANISER);
        assertThat(outcome).isInstanceOf(SendingMessages.Outcome.Sent.class);
        return ((SendingMessages.Outcome.Sent) outcome).message();
    }

    Message send(MessageGroup group) {
        return send(group, WORDS, clock.millis());
    }

    void stream(Message message) {
        room.stream(session, "MESSAGE#" + message.number());
    }

    List<Queued> messages(String name) {
        return room.mails(name).stream().filter(mail -> mail.purpose().equals("message")).toList();
    }

    MessageReport report(Message message) {
        return room.get(MessageReport.Reader.class).of(message.key()).orElseThrow();
    }

    void record(String name, String organisation, String language, RegistrationState state) {
        record(Stream.of(participant(name, organisation, language, state)));
    }

    void record(Stream<Participant> people) {
        Crowd.record(room, session, people, clock.instant());
    }

    Participant participant(String name, String organisation, String language, RegistrationState state) {
        var address = new EmailAddress(RegistrationRoom.address(name));
        return new Participant(
                session.id(),
                address.derive(session.id()),
                name,
                address,
                organisation,
                organisation,
                Organisation.Kind.SPEARHEAD_CLUSTER,
                "",
                new Language(language),
                state);
    }
}
