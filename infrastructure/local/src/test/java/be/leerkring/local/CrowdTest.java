package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.SentMail;
import be.leerkring.network.Participants;
import be.leerkring.network.RegistrationState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many people at the same moment. */
class CrowdTest {

    private static final int PEOPLE = 200;
    private static final String SESSION = "industrie-circulair-2017-03";

    @Test
    void twoHundredPeopleWhoRegisterAtOnceAreAllPendingWithOneMailEach() throws Exception {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var browser = HttpClient.newHttpClient();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var answers = IntStream.range(0, PEOPLE)
                    .mapToObj(person -> people.submit(register(laptop, browser, person, start)))
                    .toList();
            var began = System.nanoTime();
            start.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(303);
            }
            laptop.settle(Duration.ofSeconds(60));
            System.out.printf(
                    "%d people registered and were mailed in %d ms%n",
                    PEOPLE, Duration.ofNanos(System.nanoTime() - began).toMillis());

            assertThat(laptop.context().getBean(Participants.class).of(SESSION))
                    .hasSize(PEOPLE)
                    .allMatch(participant -> participant.state() == RegistrationState.PENDING);
            var mails = laptop.ses().mails();
            assertThat(mails).hasSize(PEOPLE);
            assertThat(new HashSet<>(mails.stream().map(SentMail::to).toList())).hasSize(PEOPLE);
        }
    }

    private static Callable<Integer> register(Laptop laptop, HttpClient browser, int person, CountDownLatch start) {
        return () -> {
            start.await();
            var body = "name=Person+%d&email=person%d%%40example.org&organisation=vil&language=nl&consent=yes"
                    .formatted(person, person);
            var request = HttpRequest.newBuilder(
                            URI.create(laptop.address() + "/sessions/" + SESSION + "/register"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        };
    }
}
