package be.leerkring.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.platform.table.Table;
import be.leerkring.testing.Meter;
import be.leerkring.testing.Proof;
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
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many people at the same moment. */
class CrowdTest {

    private static final int PEOPLE = Proof.of(40, 200);
    private static final int CROWD = Proof.of(100, 500);

    /** Fewer than a session may ask to be mailed in an hour. */
    private static final int AN_HOUR = 300;

    private static final int SEATS = 40;
    private static final String SESSION = "industrie-circulair-2017-03";

    @Test
    void allWhoRegisterAtOnceArePendingWithOneMailEach() throws Exception {
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
    void allWhoConfirmAtOnceFillFortySeatsAndStandInOneLine() throws Exception {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var homes = new Homes();
                var hands = Executors.newFixedThreadPool(8);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var open = new CountDownLatch(0);
            for (var from = 0; from < CROWD; from += AN_HOUR) {
                hands.invokeAll(IntStream.range(from, Math.min(CROWD, from + AN_HOUR))
                        .mapToObj(person -> register(laptop, homes, person, open))
                        .toList());
                laptop.settle(Duration.ofMinutes(5));
                anHourLater(laptop, homes.of(0));
            }
            var links = laptop.ses().mails().stream()
                    .map(mail -> link(mail.text(), "/confirm/"))
                    .toList();
            assertThat(links).hasSize(CROWD);
            laptop.ses().clear();

            var start = new CountDownLatch(1);
            var answers = IntStream.range(0, CROWD)
                    .mapToObj(person -> people.submit(() -> {
                        start.await();
                        return post(homes.of(person), links.get(person));
                    }))
                    .toList();
            var began = System.nanoTime();
            var calls = Meter.during(() -> {
                start.countDown();
                for (var answer : answers) {
                    assertThat(answer.get()).isEqualTo(303);
                }
            });
            var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
            laptop.settle(Duration.ofMinutes(5));

            var table = laptop.context().getBean(Table.class);
            var counts = laptop.context().getBean(SeatCounts.class);
            var seats = counts.in(table.read(List.of(counts.key(SESSION))), SESSION);
            assertThat(seats.taken()).isEqualTo(SEATS);
            assertThat(seats.offered()).isZero();
            assertThat(seats.line()).hasSize(CROWD - SEATS).doesNotHaveDuplicates();
            assertThat(laptop.context().getBean(Participants.class).of(SESSION).toList())
                    .filteredOn(participant -> participant.state() == RegistrationState.CONFIRMED)
                    .hasSize(SEATS);
            var told = laptop.ses().mails();
            assertThat(told).hasSize(CROWD);
            assertThat(new HashSet<>(told.stream().map(SentMail::to).toList())).hasSize(CROWD);
            assertThat(told.stream().filter(mail -> mail.attachments().isEmpty())).hasSize(CROWD - SEATS);

            var last = seats.line().getLast().person();
            var mine = told.stream()
                    .map(mail -> link(mail.text(), "/my/"))
                    .filter(link -> link.contains("." + last + "."))
                    .findFirst()
                    .orElseThrow();
            var page = homes.of(0).send(
                    HttpRequest.newBuilder(URI.create(mine)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("U staat op plaats " + (CROWD - SEATS) + " op de wachtlijst");
            System.out.printf(
                    "%d people confirmed in %d ms; each cost %.1f read units and %.1f write units, in %.1f calls%n",
                    CROWD,
                    took,
                    units(calls, "BatchGetItem") / CROWD,
                    (units(calls, "TransactWriteItems") + unitsOfLine(seats.line())) / CROWD,
                    (double) calls.size() / CROWD);
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
