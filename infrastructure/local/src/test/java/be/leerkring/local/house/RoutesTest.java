package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What API Gateway is told to let through, and what the controllers answer. */
class RoutesTest {

    private static Laptop laptop;

    @BeforeAll
    static void start() {
        laptop = Laptop.start(Options.DEFAULT.onPort(0));
    }

    @AfterAll
    static void stop() {
        laptop.close();
    }

    @Test
    void theTemplateHasExactlyTheControllersRoutesEachInTheRoomThatAnswersIt() {
        assertThat(inTemplate()).isNotEmpty().isEqualTo(inControllers());
    }

    /** A route, and the room whose package the template sends it to. */
    private static Map<HttpRoute, String> inTemplate() {
        return laptop.template().functions().stream()
                .flatMap(function -> function.routes().stream()
                        .filter(route -> !route.path().equals("$default"))
                        .map(route -> Map.entry(route, room(function))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String room(StackFunction function) {
        return function.codeUri().replaceFirst(".*/([a-z]+)\\.zip$", "$1");
    }

    /** API Gateway lets every method through: so a HEAD and a method that is not allowed are answered as they should. */
    private static Map<HttpRoute, String> inControllers() {
        return routes()
                .filter(route -> !path(route).equals("/local") && !path(route).startsWith("/local/"))
                .map(route -> Map.entry(new HttpRoute("ANY", path(route)), room(route)))
                .distinct()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<UriRouteInfo<?, ?>> routes() {
        return laptop.context().getBean(Router.class).uriRoutes();
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    /** The stylesheet and its pictures belong to all rooms; the programme serves them. */
    private static String room(UriRouteInfo<?, ?> route) {
        var room = route.getTargetMethod().getDeclaringType().getPackageName().split("\\.")[2];
        return room.equals("platform") ? "programme" : room;
    }
}
