package be.leerkring.testing.policies;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.testing.policies.TableCall.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each function of the template may do with the table, and which function a call is made by. */
public final class Policies {

    private static final String SITE = "be.leerkring.platform.web.SiteFunction";

    private final Map<String, List<Statement>> statements = new LinkedHashMap<>();
    private final Map<HttpRoute, String> routes = new HashMap<>();
    private final Map<String, String> handlers = new HashMap<>();
    private final Map<String, String> rooms = new HashMap<>();

    private Policies(StackTemplate template) {
        var managed = new HashMap<String, Map<?, ?>>();
        template.resources("AWS::IAM::ManagedPolicy").forEach(policy -> managed.put(
                policy.logicalId(), (Map<?, ?>) policy.properties().get("PolicyDocument")));
        template.resources("AWS::Serverless::Function").forEach(function -> statements.put(
                function.logicalId(),
                ((List<?>) function.properties().getOrDefault("Policies", List.of())).stream()
                        .flatMap(policy -> policy instanceof Map<?, ?> own
                                ? Statement.of(function.logicalId(), own)
                                : Statement.of((String) policy, managed.get(policy)))
                        .toList()));
        template.functions().forEach(this::calls);
    }

    private void calls(StackFunction function) {
        rooms.put(function.logicalId(), function.codeUri().replaceFirst(".*/(\\w+)\\.zip$", "$1"));
        function.routes().forEach(route -> routes.put(route, function.logicalId()));
        if (!function.handler().equals(SITE)) {
            handlers.put(function.handler(), function.logicalId());
        }
    }

    /** Reads them from {@code template.yaml} in this folder. */
    public static Policies in(Path folder) {
        return new Policies(StackTemplate.read(folder.resolve("template.yaml")));
    }

    /** The statements of each function, those of the policies that it refers to included, in the template's order. */
    public Map<String, List<Statement>> statements() {
        return statements;
    }

    /** The function that API Gateway hands a request to. */
    String of(String method, String path) {
        return HttpRoute.choose(routes.keySet(), method, path).map(routes::get).orElseThrow();
    }

    /** The function whose handler this class is, if it is one that runs by itself. */
    Optional<String> of(String handler) {
        return Optional.ofNullable(handlers.get(handler));
    }

    /** The room whose package a function is. */
    String room(String function) {
        return rooms.get(function);
    }

    boolean allow(String function, TableCall call) {
        return allow(statements.get(function), call);
    }

    /**
     * Whether these statements allow a call: one of them the whole of it, for what one transaction writes stands in one
     * statement. Apart stands an update that is limited to some attributes: all else would be limited to them too.
     */
    public static boolean allow(List<Statement> statements, TableCall call) {
        var left = left(statements, call);
        return left.isEmpty()
                || statements.stream().anyMatch(statement -> statement.allows(call.index(), left));
    }

    private static Set<Part> left(List<Statement> statements, TableCall call) {
        return call.parts().stream()
                .filter(part -> statements.stream()
                        .noneMatch(statement -> statement.isLimited()
                                && statement.allows(call.index(), Set.of(part))))
                .collect(Collectors.toSet());
    }

    /** What a call needs of the actions, partitions and indexes of one of its function's statements. */
    public Set<String> used(String function, Statement statement, TableCall call) {
        var parts = statement.isLimited()
                ? call.parts().stream().filter(part -> statement.allows(call.index(), Set.of(part))).toList()
                : List.copyOf(left(statements.get(function), call));
        if (parts.isEmpty() || !statement.allows(call.index(), Set.copyOf(parts))) {
            return Set.of();
        }
        return Stream.concat(
                Stream.of(Statement.index(call.index())),
                parts.stream().flatMap(part -> Stream.of(part.action(), part.partition())))
                .collect(Collectors.toSet());
    }
}
