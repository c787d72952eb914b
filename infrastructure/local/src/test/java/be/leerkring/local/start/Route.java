package be.leerkring.local.start;

import be.leerkring.emulator.template.StackFunction;
import be.leerkring.local.Site;
import be.leerkring.testing.Answer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A request that visitors make, as one of them makes it who comes first, and others after them.
 *
 * @param path whose it is depends on whom the world knows
 */
record Route(String method, String name, Function<World.Person, String> path, Map<String, String> form) {

    private static final String TOKEN = "{token}";

    /** All of a function's: what its routes show, and those that change something and have a test of theirs here. */
    static List<Route> of(StackFunction function, World world) {
        var all = new ArrayList<Route>();
        for (var route : function.routes()) {
            if (route.path().startsWith("/") && !route.path().endsWith("/back") && !route.path().endsWith("/data/erase")
                    && !route.path().endsWith("/{proxy+}")) {
                all.add(get(route.path(), world));
            }
        }
        switch (function.logicalId()) {
            case "RegistrationFunction" -> registration(all, world);
            case "FeedbackFunction" -> {
                all.add(post("/feedback/{token}", World.Person::feedback, Map.of("usefulness", "5")));
                all.add(post("/follow-up/{token}", World.Person::followUp, Map.of(
                        "used", "Een idee", "organisation", "sim", "stage", "plan", "told", "yes")));
            }
            case "ContactsFunction" -> all.add(post("/my/{token}/contacts", World.Person::contacts, Map.of()));
            case "RegistrationDeskFunction" ->
                desk(all, world, "people", "check-in", "list", "messages", "move", "needs");
            case "FeedbackDeskFunction" -> all.add(get("/organiser/report/{year}", world));
            default -> {
            }
        }
        return all;
    }

    private static void registration(List<Route> all, World world) {
        all.add(new Route("POST", "/sessions/{id}/register", _ -> world.coming().path() + "/register", Map.of(
                "name", "An Peeters", "organisation", "vil", "language", "nl", "consent", "yes", "email", "")));
        all.add(post("/confirm/{token}", World.Person::confirm, Map.of()));
        all.add(new Route("POST", "/find", _ -> "/find", Map.of("email", "")));
        all.add(post("/my/{token}/details", World.Person::own, Map.of(
                "name", "Noor Maes", "organisation", "sim", "language", "nl")));
        all.add(post("/my/{token}/address", World.Person::own, Map.of("email", "")));
        all.add(post("/my/{token}/colleague", World.Person::own, Map.of("name", "Bo Claes", "email", "")));
        all.add(post("/my/{token}/cancel", World.Person::leaving, Map.of()));
        all.add(post("/my/{token}/data/erase", World.Person::leaving, Map.of()));
    }

    private static void desk(List<Route> all, World world, String... pages) {
        for (var page : pages) {
            all.add(get("/organiser/sessions/{id}/" + page, world));
        }
    }

    private static Route get(String path, World world) {
        var session = path.startsWith("/organiser") && path.contains("answers") ? world.over() : world.coming();
        return new Route("GET", path, person -> {
            var token = path.startsWith("/confirm")
                    ? person.confirm()
                    : path.startsWith("/feedback")
                            ? person.feedback()
                            : path.startsWith("/follow-up")
                                    ? person.followUp()
                                    : path.endsWith("/contacts") ? person.contacts() : person.own();
            return path.replace("/sessions/{id}", session.path()).replace(TOKEN, token).replace("{year}", year(world))
                    .replace("{name}", "leerkring.css").replaceAll("\\{[^}]+}", "none");
        }, Map.of());
    }

    /** That of which there is something to report. */
    private static String year(World world) {
        return Integer.toString(world.over().start().atZone(ZoneOffset.UTC).getYear());
    }

    private static Route post(String path, Function<World.Person, String> token, Map<String, String> form) {
        return new Route("POST", path, person -> path.replace(TOKEN, token.apply(person)), form);
    }

    /** Makes it, as this person; where it has an address, as one that nobody gave before. */
    Answer send(Site site, World world, World.Person person) {
        var headers = new HashMap<>(world.cookie());
        headers.put("accept-language", "nl");
        headers.put("accept-encoding", "gzip");
        headers.put("content-type", "application/x-www-form-urlencoded");
        return site.send(method, path.apply(person), headers, body());
    }

    /** The form, as a browser sends it. */
    String body() {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + (field.getKey().equals("email")
                        ? "an." + System.nanoTime() + "%40example.org"
                        : field.getValue().replace(' ', '+')))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return method + " " + name;
    }
}
