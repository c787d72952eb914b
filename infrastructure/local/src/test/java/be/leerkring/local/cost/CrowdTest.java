package be.leerkring.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.testing.HotItems;
import be.leerkring.testing.Meter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many people at the same moment. */
@Isolated
class CrowdTest {

    private static final int PEOPLE = 200;
    private static final int CROWD = 500;

    /** Fewer than a session may ask to be mailed in an hour. */
    private static final int AN_HOUR = 300;

    private static final int SEATS = 40;
    private static final String SESSION = "industrie-circulair-2017-03";

    @Test
    void twoHundredPeopleWhoRegisterAtOnceAreAllPendingWithOneMailEach() throws Exception {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var homes = new Homes();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var answers = IntStream.range(0, PEOPLE)
                    .mapToObj(person -> people.submit(register(laptop, homes, person, start)))
                    .toList();
            var began = System.nanoTime();
            start.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(303);
            }
            laptop.settle(Duration.ofMinutes(5));
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

    @Test
    void fiveHundredWhoConfirmWithinTenSecondsAreSeatedInTheOrderInWhichTheyPressed() throws Exception {
        rush(Duration.ofSeconds(10));
    }

    @Test
    void fiveHundredWhoConfirmAtOnceFillFortySeatsAndStandInOneLine() throws Exception {
        rush(Duration.ZERO);
    }

    private static void rush(Duration within) throws Exception {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var homes = new Homes();
                var clock = Executors.newSingleThreadScheduledExecutor();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new Asked(laptop, SESSION);
            var links = asked.toConfirm(CROWD);
            var presses = new ConcurrentLinkedQueue<Press>();
            var answered = new CountDownLatch(CROWD);
            var met = new ArrayList<HotItems.Met>();
            var calls = Meter.during(() -> met.add(HotItems.during(() -> {
                for (int person = 0; person < CROWD; person++) {
                    var who = person;
                    clock.schedule(
                            () -> people.submit(() -> {
                                var pressed = System.nanoTime();
                                var status = post(homes.of(who), links.get(who).address());
                                presses.add(new Press(links.get(who).person(), pressed, System.nanoTime(), status));
                                answered.countDown();
                                return null;
                            }),
                            within.toNanos() / CROWD * person,
                            TimeUnit.NANOSECONDS);
                }
                answered.await();
            })));
            var inOrder = presses.stream().sorted(Comparator.comparing(Press::pressed)).toList();
            var seated = laptop.context().getBean(Participants.class).of(SESSION)
                    .filter(participant -> participant.state() == RegistrationState.CONFIRMED)
                    .map(Participant::person)
                    .collect(Collectors.toSet());
            var waits = inOrder.stream().map(Press::took).sorted().toList();
            System.out.printf(
                    "%d confirmed within %s: %d busy, %d others; p50 %d ms, p99 %d ms, last %d ms; "
                            + "of the first %d %d seated, the last seat went to the %dth; %s; %.1f read and %.1f write units each in %.1f calls%n",
                    CROWD, within,
                    inOrder.stream().filter(press -> press.status() == 503).count(),
                    inOrder.stream().filter(press -> press.status() != 503 && press.status() != 303).count(),
                    waits.get(CROWD / 2).toMillis(), waits.get(CROWD * 99 / 100).toMillis(), waits.getLast().toMillis(),
                    SEATS, inOrder.stream().limit(SEATS).filter(press -> seated.contains(press.person())).count(),
                    IntStream.range(0, CROWD).filter(place -> seated.contains(inOrder.get(place).person())).max().orElse(-1) + 1,
                    met,
                    units(calls, "BatchGetItem") / CROWD,
                    (units(calls, "TransactWriteItems") + units(calls, "UpdateItem")) / CROWD,
                    (double) calls.size() / CROWD);
        }
    }

    private record Press(String person, long pressed, long answered, int status) {

        Duration took() {
            return Duration.ofNanos(answered - pressed);
        }
    }

    private static double units(List<Meter.Call> calls, String operation) {
        return Meter.units(calls.stream()
                .filter(call -> call.operation().equals(operation))
                .toList());
    }

    /** What the meter does not see: the item of the seats grows with the line, by an entry's text and one byte. */
    private static double unitsOfLine(List<Place> line) {
        var size = 0;
        var units = 0;
        for (var place : line) {
            size += place.person().length() + 1 + place.organisation().length() + 1;
            units += 2 * (size / 1024);
        }
        return units;
    }

    private static String link(String text, String path) {
        var matcher = Pattern.compile("\\S+" + path + "\\S+").matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private static void anHourLater(Laptop laptop, HttpClient browser) throws IOException, InterruptedException {
        var now = laptop.context().getBean(Clock.class).instant();
        var later = LocalDateTime.ofInstant(now, ZoneId.of("Europe/Brussels"))
                .plusMinutes(65)
                .truncatedTo(ChronoUnit.MINUTES);
        var request = HttpRequest.newBuilder(URI.create(laptop.address() + "/local/clock"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("to=" + later))
                .build();
        assertThat(browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(303);
    }

    private static int post(HttpClient browser, String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Callable<Integer> register(Laptop laptop, Homes homes, int person, CountDownLatch start) {
        return () -> {
            start.await();
            var body = "name=Person+%d&email=person%d%%40example.org&organisation=vil&language=nl&consent=yes"
                    .formatted(person, person);
            var request = HttpRequest.newBuilder(
                    URI.create(laptop.address() + "/sessions/" + SESSION + "/register"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return homes.of(person).send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        };
    }

    /** Browsers of twenty people each, every one at an address of its own: all of 127.0.0.0/8 is this machine. */
    private static final class Homes implements AutoCloseable {

        private static final int OF_ONE = 20;

        private final List<HttpClient> browsers = IntStream.rangeClosed(0, CROWD / OF_ONE)
                .mapToObj(number -> HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral("127.0.0." + (number + 1)))
                        .build())
                .toList();

        HttpClient of(int person) {
            return browsers.get(person / OF_ONE);
        }

        @Override
        public void close() {
            browsers.forEach(HttpClient::close);
        }
    }
}
