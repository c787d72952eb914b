package be.leerkring.organiser.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.Visit;
import be.leerkring.testing.StartedRoom;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who may ask for a link, how often, and whom that can hinder. */
final class SigningInTest {

    private static final EmailAddress AN = new EmailAddress("an@example.org");

    private static final SigningIn.Outcome ASKED = new SigningIn.Outcome.Asked();

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    private StartedRoom room;
    private SigningIn signingIn;

    @BeforeEach
    void open() {
        room = StartedRoom.at(clock);
        signingIn = room.get(SigningIn.class);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SigningIn.Outcome ask(EmailAddress address, String source) {
        clock.forward(Duration.ofMillis(100));
        return signingIn.ask(address, new Visit("/organiser/sign-in", new Language("nl"), false, true, source, ""));
    }

    private long links() {
        return room.get(Links.class).about("organiser." + Addresses.hash(AN.text())).count();
    }

    @Test
    void fiveTriesOfStrangersDoNotKeepAnOrganiserOut() {
        for (int stranger = 0; stranger < 12; stranger++) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(ask(AN, "198.51.100." + stranger)).isEqualTo(ASKED);
            }
            assertThat(ask(AN, "198.51.100." + stranger)).isInstanceOf(SigningIn.Outcome.TooOften.class);
        }
        assertThat(links()).as("five at once, and one more in two minutes").isEqualTo(6);

        clock.forward(SigningIn.BETWEEN_MAILS);
        assertThat(ask(AN, "192.0.2.1")).isEqualTo(ASKED);
        assertThat(links()).isEqualTo(7);
    }

    /** Whoever is mailed nothing has a link by then that works for minutes. */
    @Test
    void whoeverAsksWhileOthersDoFindsALinkThatWorks() {
        var latest = Instant.MIN;
        for (int attempt = 0; attempt < 120; attempt++) {
            var before = links();
            assertThat(ask(AN, "198.51.100." + attempt)).isEqualTo(ASKED);
            if (links() > before) {
                latest = clock.instant();
            }
            assertThat(Duration.between(latest, clock.instant()))
                    .isLessThan(SigningIn.BETWEEN_MAILS)
                    .isLessThan(SigningIn.LINK_LIFETIME);
            clock.forward(Duration.ofSeconds(17));
        }
        assertThat(links()).as("in 34 minutes").isLessThanOrEqualTo(5 + 1 + 21);
    }

    @Test
    void oneSourceAsksTwentyTimesAnHour() {
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(ask(new EmailAddress("iemand" + attempt + "@example.org"), "192.0.2.1"))
                    .isEqualTo(ASKED);
        }
        assertThat(ask(AN, "192.0.2.1")).isInstanceOf(SigningIn.Outcome.TooOften.class);
        assertThat(ask(AN, "192.0.2.2")).isEqualTo(ASKED);
        clock.forward(Duration.ofMinutes(65));
        assertThat(ask(AN, "192.0.2.1")).as("a limit counts in steps of five minutes").isEqualTo(ASKED);
    }

    @Test
    void whoeverIsRefusedIsToldFromWhenOnItWorksAndThenItDoes() {
        var reader = room.reader("", "nl");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(reader.post("/organiser/sign-in", Map.of("email", AN.text())).status()).isEqualTo(303);
            clock.forward(Duration.ofMinutes(7));
        }

        var refused = reader.post("/organiser/sign-in", Map.of("email", AN.text()));

        assertThat(refused.status()).isEqualTo(429);
        var until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(refused.header("retry-after")));
        assertThat(until).isBetween(clock.instant(), Instant.parse("2017-02-15T09:10:00Z"));
        assertThat(refused.text()).contains(
                "Vanaf " + DateTimeFormatter.ofPattern("'woensdag 15 februari 2017 om' H.mm", Locale.ROOT)
                        .withZone(ZoneId.of("Europe/Brussels")).format(until));
        assertThat(refused.form()).as("what was typed stays").containsEntry("email", AN.text());

        clock.moveTo(until.minusSeconds(1));
        assertThat(reader.post("/organiser/sign-in", Map.of("email", AN.text())).status()).isEqualTo(429);
        clock.moveTo(until);
        assertThat(reader.post("/organiser/sign-in", Map.of("email", AN.text())).status()).isEqualTo(303);
    }

    @Test
    void whoeverIsRefusedLeavesNothing() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(ask(AN, "192.0.2.1")).isEqualTo(ASKED);
        }
        var before = items();
        assertThat(ask(AN, "192.0.2.1")).isInstanceOf(SigningIn.Outcome.TooOften.class);
        assertThat(items()).isEqualTo(before);

        for (int attempt = 0; attempt < 15; attempt++) {
            assertThat(ask(new EmailAddress("iemand" + attempt + "@example.org"), "192.0.2.1"))
                    .as("what was refused is not counted")
                    .isEqualTo(ASKED);
        }
        before = items();
        assertThat(ask(new EmailAddress("nog@example.org"), "192.0.2.1"))
                .isInstanceOf(SigningIn.Outcome.TooOften.class);
        assertThat(items()).isEqualTo(before);
    }

    private List<Map<String, AttributeValue>> items() {
        return room.database().client().scan(request -> request.tableName(TestDatabase.TABLE)).items();
    }

    /** Who ask in the same millisecond share a mail. */
    @Test
    void whoeverAskAtOncePassNoLimit() throws InterruptedException {
        assertThat(askAtOnce(12, _ -> "192.0.2.1"))
                .hasSize(12)
                .filteredOn(ASKED::equals)
                .hasSize(5);
        assertThat(links()).isBetween(1L, 5L);

        assertThat(askAtOnce(12, stranger -> "198.51.100." + stranger)).containsOnly(ASKED);
        assertThat(links()).as("five at once, and one more in two minutes").isLessThanOrEqualTo(6);
    }

    private List<SigningIn.Outcome> askAtOnce(int times, IntFunction<String> source) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(IntStream
                    .range(0, times).<Callable<SigningIn.Outcome>>mapToObj(time -> () -> ask(AN, source.apply(time)))
                    .toList()).stream().map(Future::resultNow).toList();
        }
    }
}
