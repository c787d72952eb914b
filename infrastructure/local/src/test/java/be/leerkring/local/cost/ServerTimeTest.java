package be.leerkring.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.SiteAddresses;
import be.leerkring.local.scenario.FunctionSite;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Registrations;
import be.leerkring.testing.Proof;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How long a page takes once it is warm, without its calls to DynamoDB: the processor's time of the thread that
 * answers; half of all requests take no more. Other work on the machine does not count.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerTimeTest {

    private static final String SESSION = "industrie-circulair-2017-03";
    private static final int REGISTRATIONS = 200;

    /** A method is compiled when it was called two hundred times; a page calls most of its own more than once. */
    private static final int COLD = Proof.of(25, 210);

    private static final int COLD_DESK = Proof.of(5, 210);
    private static final int WARM = Proof.of(7, 101);

    /** Most take less than one, the report of a year two and a half; half warm, on a busy machine, all are slower. */
    private static final Duration MOST_OF_A_PAGE = Duration.ofMillis(Proof.of(8, 4));

    /** Lists of everybody take four or five. */
    private static final Duration MOST_OF_THE_DESK = Duration.ofMillis(Proof.of(20, 10));

    private Laptop laptop;
    private FunctionSite site;
    private String own;
    private String cookie;

    @BeforeAll
    void open() {
        laptop = Laptop.start(Options.DEFAULT.onPort(0));
        site = new FunctionSite(laptop.context());
        for (int number = 0; number < REGISTRATIONS; number++) {
            register(number);
        }
        var link = get(Links.class).issue(
                OwnLink.PURPOSE,
                person(0).subject(),
                get(Clock.class).instant().plus(Duration.ofDays(1)));
        var signIn = get(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        write(link.write(), signIn.write());
        own = OwnLink.path(link.token());
        cookie = "__Host-desk=" + signIn.token().text();
    }

    @AfterAll
    void close() {
        laptop.close();
    }

    private <T> T get(Class<T> bean) {
        return laptop.context().getBean(bean);
    }

    private void write(Write... writes) {
        assertThat(get(Table.class).write(List.of(writes))).isInstanceOf(WriteOutcome.Written.class);
    }

    private static Participant person(int number) {
        var address = new EmailAddress("iemand." + number + "@example.org");
        return new Participant(
                SESSION,
                address.derive(SESSION),
                "Iemand " + number,
                address,
                "",
                "Buiten de lijst " + number % 40,
                Organisation.Kind.OTHER,
                "",
                new Language("nl"),
                number % 5 == 0 ? RegistrationState.WAITING : RegistrationState.CONFIRMED)
                .known(address.derive(SESSION), address.derive("network"));
    }

    private void register(int number) {
        var session = get(Sessions.class).find(SESSION).orElseThrow();
        write(get(Registrations.class).record(person(number), session, get(Clock.class).instant()));
    }

    @Test
    void aPageTakesLittleOfOurOwnTime() {
        var pages = List.of(
                "/", "/calendar.ics", "/busy", "/privacy", "/accessibility", "/sitemap.xml", "/knowledge", "/network",
                "/find", "/find/sent", "/report/2017", "/sessions/" + SESSION, "/sessions/" + SESSION + "/calendar.ics",
                "/sessions/" + SESSION + "/register", "/sessions/" + SESSION + "/register/sent", own, own + "/details",
                own + "/address", own + "/colleague", own + "/data");
        assertThat(slower(pages, Map.of("accept-language", "nl"), COLD, MOST_OF_A_PAGE)).isEmpty();
    }

    @Test
    void soDoesAPageOfTheDeskWithTwoHundredRegistrations() {
        var pages = SiteAddresses.ofDesk(laptop.context())
                .keySet()
                .stream()
                .map(route -> route.replace("/sessions/{id}", "/sessions/" + SESSION)
                        .replace("{person}", person(0).person())
                        .replace("{year}", "2017"))
                .filter(route -> !route.contains("{"))
                .toList();
        var headers = Map.of("accept-language", "nl", "cookie", cookie);
        assertThat(slower(pages, headers, COLD_DESK, MOST_OF_THE_DESK)).isEmpty();
    }

    private List<String> slower(
            List<String> pages, Map<String, String> headers, int cold, Duration bound) {
        var shown = pages.stream().filter(page -> site.send("GET", page, headers, "").status() == 200).toList();
        assertThat(shown).hasSizeGreaterThan(pages.size() / 2);
        for (int time = 0; time < cold; time++) {
            shown.forEach(page -> took(page, headers));
        }
        var slower = new ArrayList<String>();
        for (var page : shown) {
            var took = median(page, headers);
            System.out.printf("%6.2f ms %s%n", took.toNanos() / 1e6, page);
            if (took.compareTo(bound) > 0) {
                slower.add(page + " " + took);
            }
        }
        return slower;
    }

    private Duration median(String page, Map<String, String> headers) {
        var times = IntStream.range(0, WARM).mapToObj(time -> took(page, headers)).sorted().toList();
        return times.get(WARM / 2);
    }

    private Duration took(String page, Map<String, String> headers) {
        var before = CallTime.spent();
        assertThat(site.send("GET", page, headers, "").status()).isEqualTo(200);
        return site.used().minus(CallTime.spent().minus(before));
    }
}
