package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.SiteAddresses;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What API Gateway is told to let through, and what the controllers answer. */
class RoutesTest {

    private static final HttpRoute DEFAULT = new HttpRoute("ANY", "$default");
    /**
     * API Gateway lets every method through: so a HEAD and a method that is not allowed are answered as they should.
     */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "DELETE");

    private static Laptop laptop;
    private static Map<HttpRoute, StackFunction> template;
    private static Map<String, String> controllers;

    @BeforeAll
    static void start() {
        laptop = Laptop.start(Options.DEFAULT.onPort(0));
        template = laptop.template().functions().stream()
                .flatMap(function -> function.routes().stream().map(route -> Map.entry(route, function)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        controllers = SiteAddresses.of(laptop.context());
    }

    @AfterAll
    static void stop() {
        laptop.close();
    }

    @Test
    void everyAddressIsLedToAFunctionOfTheRoomThatAnswersIt() {
        assertThat(controllers).isNotEmpty().allSatisfy((address, room) -> assertThat(METHODS).allSatisfy(
                method -> assertThat(room(template.get(route(method, address)))).as(method + " " + address)
                        .isEqualTo(room)));
    }

    /** A function of the desk may do more than one that everybody reaches. */
    @Test
    void theDeskHasFunctionsOfItsOwn() {
        assertThat(controllers.keySet()).allSatisfy(address -> assertThat(
                template.get(route("GET", address)).routes())
                .as(address)
                .allMatch(route -> SiteAddresses.isOfDesk(route.path()) == SiteAddresses.isOfDesk(address)));
    }

    /** What is not spelt out could be an address that nobody meant to be one. */
    @Test
    void outsideTheDeskAndWhereverATokenStandsEveryAddressIsSpeltOut() {
        assertThat(spelt(controllers.keySet())).isNotEmpty().isEqualTo(
                spelt(template.keySet().stream().map(HttpRoute::path).filter(path -> !path.equals(DEFAULT.path()))
                        .toList()));
        assertThat(template.keySet()).filteredOn(HttpRoute::isGreedy)
                .allMatch(route -> SiteAddresses.isOfDesk(route.path()));
    }

    private static List<String> spelt(Collection<String> addresses) {
        return addresses.stream()
                .filter(address -> !SiteAddresses.isOfDesk(address) || address.contains("{token}"))
                .sorted()
                .toList();
    }

    @Test
    void everyRouteLeadsToAnAddressAndNoneNeedsTheDefault() {
        var used = controllers.keySet().stream().map(address -> route("GET", address)).collect(Collectors.toSet());

        assertThat(template.get(DEFAULT)).isNotNull();
        assertThat(used).doesNotContain(DEFAULT);
        assertThat(template.keySet()).filteredOn(route -> !route.equals(DEFAULT)).isSubsetOf(used);
    }

    private static HttpRoute route(String method, String address) {
        return HttpRoute.choose(template.keySet(), method, address.replaceAll("\\{[^}]+}", "unknown")).orElseThrow();
    }

    private static String room(StackFunction function) {
        return function.codeUri().replaceFirst(".*/([a-z]+)\\.zip$", "$1");
    }
}
