package be.leerkring.local;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The addresses that the controllers answer. */
public final class SiteAddresses {

    private SiteAddresses() {}

    /** Each with its variables in braces, and the room that answers it; without those that only the laptop has. */
    public static Map<String, String> of(ApplicationContext context) {
        return context.getBean(Router.class)
                .uriRoutes()
                .filter(route -> !path(route).equals("/local") && !path(route).startsWith("/local/"))
                .map(route -> Map.entry(path(route), room(route)))
                .distinct()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, SiteAddresses::refused, TreeMap::new));
    }

    /** Those of the desk. */
    public static Map<String, String> ofDesk(ApplicationContext context) {
        var addresses = of(context);
        addresses.keySet().removeIf(address -> !isOfDesk(address));
        return addresses;
    }

    public static boolean isOfDesk(String address) {
        return address.equals("/organiser") || address.startsWith("/organiser/");
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    /** The stylesheet and its pictures belong to all rooms; the programme serves them. */
    private static String room(UriRouteInfo<?, ?> route) {
        var room = route.getTargetMethod().getDeclaringType().getPackageName().split("\\.")[2];
        return room.equals("platform") ? "programme" : room;
    }

    private static String refused(String one, String other) {
        throw new IllegalStateException("One address is answered by " + one + " and by " + other);
    }
}
