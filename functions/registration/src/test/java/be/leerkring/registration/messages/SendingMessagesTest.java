package be.leerkring.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.own.Leaving;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets a message, in which language, and what becomes of it when the process dies half-way. */
final class SendingMessagesTest {

    private static final Organiser ORGANISER = new Organiser("organisator@example.org");
    private static final MessageGroup CONFIRMED = new MessageGroup("confirmed");
    private static final Message.MessageText WORDS = words("Breng uw agenda mee");
    private static final int CROWD = 120;

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 2);

    private static Message.MessageText words(String subject) {
        return new Message.MessageText(
                new LocalizedText(Map.of("nl", subject)), new LocalizedText(Map.of("nl", "Tot dan!")));
    }

    @AfterEach
    void close() {
        Cut.nowhere();
        room.close();
    }

    private void confirm(String name, String organisation) {
        room.confirm(session, name, organisation);
        clock.forward(Duration.ofMinutes(1));
    }

    private SendingMessages sending() {
        return room.get(SendingMessages.class);
    }

    private Message send(MessageGroup group, Message.MessageText text, long number) {
        var outcome = sending().send(session, group, text, number, ORGANISER);
        assertThat(outcome).isInstanceOf(SendingMessages.Outcome.Sent.class);
        return ((SendingMessages.Outcome.Sent) outcome).message();
    }

    private Message send(MessageGroup group) {
        return send(group, WORDS, clock.millis());
    }

    private void stream(Message message) {
        room.stream(session, "MESSAGE#" + message.number());
    }

    private List<RegistrationRoom.Queued> messages(String name) {
        return room.mails(name).stream().filter(mail -> mail.purpose().equals("message")).toList();
    }

    private MessageReport report(Message message) {
        return room.get(MessageReport.Reader.class).of(message.place()).orElseThrow();
    }

    private void record(String name, String organisation, String language, RegistrationState state) {
        var address = new EmailAddress(RegistrationRoom.address(name));
        room.write(room.get(Registrations.class).record(
                new Participant(
                        session.id(),
                        address.personAt(session.id()),
                        name,
                        address,
                        organisation,
                        organisation,
                        Organisation.Kind.SPEARHEAD_CLUSTER,
                        "",
                        new Language(language),
                        state),
                session,
                clock.instant()));
    }

    @Test
    void eachGroupIsWrittenToAndNobodyElse() {
        confirm("An", "vil");
        confirm("Bo", "catalisti");
        confirm("Cis", "vil");
        room.submit(session, "Dirk", "vil", "nl");
        record("Els", "vil", "nl", RegistrationState.ATTENDED);
        record("Filip", "catalisti", "nl", RegistrationState.ABSENT);
        record("Griet", "vil", "nl", RegistrationState.OFFERED);

        assertThat(readers("confirmed")).containsExactly("An", "Bo");
        assertThat(readers("waiting")).containsExactly("Cis", "Griet");
        assertThat(readers("attended")).containsExactly("Els");
        assertThat(readers("absent")).containsExactly("Filip");
        assertThat(readers("organisation vil")).containsExactly("An", "Cis", "Els", "Griet");
        assertThat(readers("organisation catalisti")).containsExactly("Bo", "Filip");
        assertThat(sending().send(session, new MessageGroup("pending"), WORDS, clock.millis(), ORGANISER))
                .isEqualTo(new SendingMessages.Outcome.Nobody());
    }

    /** Those who were written to, by name. */
    private List<String> readers(String group) {
        var message = send(new MessageGroup(group));
        stream(message);
        clock.forward(Duration.ofMinutes(1));
        assertThat(report(message).message().isDone()).isTrue();
        return List.of("An", "Bo", "Cis", "Dirk", "Els", "Filip", "Griet").stream()
                .filter(name -> messages(name).stream().anyMatch(mail -> mail.revision() == message.number()))
                .toList();
    }

    @Test
    void theButtonPressedTwiceSendsOnce() {
        confirm("An", "vil");
        var number = clock.millis();
        var first = send(CONFIRMED, WORDS, number);
        clock.forward(Duration.ofSeconds(1));
        var second = send(CONFIRMED, WORDS, number);
        stream(first);
        stream(second);

        assertThat(messages("An")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Breng uw agenda mee");
            assertThat(mail.text()).contains("Dag An", "Tot dan!", "/my/", "omdat u een plaats hebt");
        });
        assertThat(room.get(ChangeLog.class).read(session.id(), Optional.empty()).entries())
                .singleElement()
                .satisfies(SendingMessagesTest::tellsWhatWasSent);
    }

    private static void tellsWhatWasSent(LogEntry entry) {
        assertThat(entry.what()).isEqualTo("message-sent");
        assertThat(entry.about()).isEqualTo("Breng uw agenda mee");
        assertThat(entry.changes()).containsExactly(new Change("message-group", "", "Wie een plaats heeft (1)"));
    }

    @Test
    void twoOrganisersWhoSendAtTheSameMomentAreBothHeard() {
        confirm("An", "vil");
        var number = clock.millis();
        stream(send(CONFIRMED, WORDS, number));
        stream(send(CONFIRMED, words("Breng een pen mee"), number));

        assertThat(messages("An")).extracting(RegistrationRoom.Queued::subject)
                .containsExactlyInAnyOrder("Breng uw agenda mee", "Breng een pen mee");
        assertThat(room.get(Messages.class).before(session.id(), Long.MAX_VALUE / 1_000_000)).hasSize(2);
    }

    @Test
    void whoComesToTheGroupLaterIsNotWrittenToAndWhoCancelledMeanwhileNeither() {
        confirm("An", "vil");
        confirm("Bo", "vil");
        var message = send(CONFIRMED);
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        confirm("Cis", "vil");
        stream(message);

        assertThat(messages("An")).isEmpty();
        assertThat(messages("Bo")).hasSize(1);
        assertThat(messages("Cis")).isEmpty();
        assertThat(report(message).without()).isEqualTo(1);
        assertThat(report(message).underway()).isEqualTo(1);
    }

    @Test
    void whoReadsALanguageInWhichItWasNotWrittenGetsAllOfItInThePreferredOne() {
        record("An", "vil", "nl", RegistrationState.CONFIRMED);
        record("Bo", "vil", "en", RegistrationState.CONFIRMED);
        stream(send(CONFIRMED));
        assertThat(messages("Bo").getFirst().text()).contains("Dag Bo", "Tot dan!", "Wanneer");

        clock.forward(Duration.ofMinutes(1));
        stream(send(CONFIRMED, new Message.MessageText(
                new LocalizedText(Map.of("nl", "Agenda", "en", "Diary")),
                new LocalizedText(Map.of("nl", "Tot dan!", "en", "See you!"))), clock.millis()));
        assertThat(messages("An").getLast().text()).contains("Tot dan!");
        assertThat(messages("Bo").getLast().text()).contains("Hello Bo", "See you!", "When");
        assertThat(messages("Bo").getLast().subject()).isEqualTo("Diary");
    }

    @Test
    void whereverTheProcessDiesTheScheduleFinishesWithoutLeavingAnybodyOutOrWritingTwice() {
        confirm("An", "vil");
        confirm("Bo", "vil");
        var calls = IntStream.rangeClosed(1, 8).filter(call -> dies(Cut::before, call)).count()
                + IntStream.rangeClosed(1, 8).filter(call -> dies(Cut::after, call)).count();

        // The mark, the message, its people, two mails, the mark, and the mark again, for the stream tells it twice.
        assertThat(calls).isEqualTo(14);
    }

    /** Whether there was such a call; the message is done either way. */
    private boolean dies(IntConsumer death, int call) {
        clock.forward(Duration.ofMinutes(1));
        var message = send(CONFIRMED);
        var died = diesIn(message, death, call);
        clock.forward(Duration.ofMinutes(16));
        room.schedule();
        room.schedule();

        for (var name : List.of("An", "Bo")) {
            assertThat(messages(name)).filteredOn(mail -> mail.revision() == message.number()).hasSize(1);
        }
        assertThat(report(message).message().isDone()).isTrue();
        assertThat(room.get(Marks.class).due(clock.instant())).isEmpty();
        return died;
    }

    private boolean diesIn(Message message, IntConsumer death, int call) {
        death.accept(call);
        try {
            stream(message);
            return false;
        } catch (Cut.Died died) {
            return true;
        } finally {
            Cut.nowhere();
        }
    }

    @Test
    void aCrowdIsWrittenToInPiecesAndOneThatWasCutOffGoesOnWhereItWas() {
        var crowd = IntStream.range(0, CROWD).mapToObj(number -> "Gast " + number).toList();
        crowd.forEach(name -> record(name, "vil", "nl", RegistrationState.CONFIRMED));
        var message = send(CONFIRMED);
        assertThat(diesIn(message, Cut::after, 110)).isTrue();
        assertThat(report(message).message().decided()).isEqualTo(100);

        room.schedule();
        assertThat(report(message).message().isDone()).as("left to the stream for a while").isFalse();
        clock.forward(Duration.ofMinutes(15));
        room.schedule();

        assertThat(report(message).message().isDone()).isTrue();
        assertThat(report(message).states()).hasSize(CROWD);
        assertThat(crowd).allSatisfy(name -> assertThat(messages(name)).hasSize(1));
    }
}
