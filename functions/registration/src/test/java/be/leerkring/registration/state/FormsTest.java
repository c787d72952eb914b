package be.leerkring.registration.state;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.registration.state.Namesakes.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a form does that comes after another. */
final class FormsTest extends EveryState {

    @Test
    void theFirstFormMakesAPendingRegistration() {
        assertThat(Pending.first(participant("Jan").as(RegistrationState.CONFIRMED), ASKED))
                .isEqualTo(new Pending(new Core(participant("Jan"), ASKED.getEpochSecond(), ASKED, ASKED)));
    }

    @ParameterizedTest
    @CsvSource({
            "PENDING, Ask",
            "CONFIRMED, Remind",
            "WAITING, Remind",
            "OFFERED, Remind",
            "CANCELLED, Ask",
            "ATTENDED, Remind",
            "ABSENT, Remind"
    })
    void anotherFormLeadsToAMail(RegistrationState state, String kind) {
        var request = new Namesakes(List.of(in(state))).request(participant("Jan"), false, LATER);

        assertThat(request.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void whoAsksAgainIsAskedToConfirmWhatTheNewFormSays() {
        assertThat(new Namesakes(List.of(CANCELLED)).request(participant("Johan"), false, LATER))
                .isEqualTo(new Request.Ask(
                        new Pending(new Core(participant("Johan"), LATER.getEpochSecond(), LATER, LATER))));
    }

    /** A stranger's form must not change what somebody confirmed. */
    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "WAITING", "OFFERED", "ATTENDED", "ABSENT"})
    void aFormChangesNothingOfWhatWasConfirmed(RegistrationState state) {
        assertThat(new Namesakes(List.of(in(state))).request(participant("Een ander"), false, LATER))
                .isEqualTo(new Request.Remind(
                        in(state),
                        registration(state, new Core(participant("Jan"), 4, LATER, ASKED))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
    void theSameFormWithinTenMinutesIsASecondPress(RegistrationState state) {
        var end = ASKED.plus(Duration.ofMinutes(10));

        assertThat(new Namesakes(List.of(in(state))).request(participant("Jan"), false, end.minusMillis(1)))
                .isInstanceOf(Request.Repeated.class);
        assertThat(new Namesakes(List.of(in(state))).request(participant("Jan"), false, end))
                .isNotInstanceOf(Request.Repeated.class);
    }

    @Test
    void aCorrectedFormIsNoSecondPress() {
        assertThat(new Namesakes(List.of(PENDING)).request(participant("Johan"), false, ASKED.plusSeconds(5)))
                .isInstanceOf(Request.Ask.class);
    }
}
