package be.leerkring.programme.site;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.programme.Desk;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address of the desk that none of its routes takes: it leads to the function that everybody reaches. */
final class BesideDeskTest {

    private static final String BESIDE = "/organiser/";

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T12:00:00Z"));
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anOrganiserIsToldThatThereIsNoSuchPageAndStaysSignedIn() {
        var an = desk.organiser("an");
        clock.forward(Duration.ofMinutes(10));

        assertThat(an.get(BESIDE).status()).isEqualTo(404);
    }

    @Test
    void anybodyElseIsLedToSignIn() {
        assertThat(desk.stranger().get(BESIDE).status()).isEqualTo(303);
    }
}
