package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.programme.Desk;
import be.leerkring.testing.Reader;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An organiser before the form of a session that does not exist yet. */
abstract class EmptyForm {

    static final String NEW = "/organiser/sessions/new";

    final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    Desk desk;
    Reader an;

    @BeforeEach
    void open() {
        desk = new Desk(clock);
        an = desk.organiser("an");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    Map<String, String> blank(String... others) {
        return an.get(NEW)
                .form(Stream.concat(
                        Stream.of(
                                "title-nl", "Industrie 4.0: één dag",
                                "date", "2017-03-23",
                                "start", "13:30",
                                "end", "17:00"),
                        Stream.of(others))
                        .toArray(String[]::new));
    }

    /** Makes a draft; its address at the desk. */
    String draft(String... others) {
        var made = an.post(NEW, blank(others));
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        return made.location().replaceAll("\\?.*", "");
    }
}
