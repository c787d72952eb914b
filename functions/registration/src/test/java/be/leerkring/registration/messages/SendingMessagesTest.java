package be.leerkring.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.registration.Queued;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.registration.message.Messages;
import be.leerkring.registration.own.Cancelling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gets a message, in which language, and what becomes of it when the process dies half-way. */
final class SendingMessagesTest extends MessagesOfASession {

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

        assertThat(messages("An")).extracting(Queued::subject)
                .containsExactlyInAnyOrder("Breng uw agenda mee", "Breng een pen mee");
        assertThat(room.get(Messages.class).before(session.id(), Long.MAX_VALUE / 1_000_000)).hasSize(2);
    }

    @Test
    void whoComesToTheGroupLaterIsNotWrittenToAndWhoCancelledMeanwhileNeither() {
        confirm("An", "vil");
        confirm("Bo", "vil");
        var message = send(CONFIRMED);
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
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
}
