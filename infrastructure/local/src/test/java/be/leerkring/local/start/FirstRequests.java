package be.leerkring.local.start;

import be.leerkring.emulator.template.StackFunction;
import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.LambdaFunction;
import be.leerkring.local.scenario.LambdaStage;
import be.leerkring.local.scenario.TlsDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints what the first visitor of a primed function waits for, route by route, and those after them. */
final class FirstRequests {

    /** After the first two of them. */
    private static final int WARM = 2;

    private FirstRequests() {}

    /** Which functions, by their names in the template; all behind the site without. */
    public static void main(String[] arguments) throws IOException {
        var names = Set.of(arguments);
        System.out.println("| function | route | status | first, ms | warm, ms | first ÷ warm | classes |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|");
        var functions = functions(names);
        warmUp(functions.getFirst());
        for (var function : functions) {
            measure(function);
        }
        System.exit(0);
    }

    /** The first request that this process itself sends takes it longer, whoever answers. */
    private static void warmUp(StackFunction function) throws IOException {
        try (var world = new World()) {
            row(function, Route.of(function, world).getFirst(), world);
        }
    }

    private static List<StackFunction> functions(Set<String> names) {
        try (var world = new World()) {
            return world.site().template().functions().stream()
                    .filter(function -> !function.routes().isEmpty())
                    .filter(function -> names.isEmpty() || names.contains(function.logicalId()))
                    .toList();
        }
    }

    private static void measure(StackFunction function) throws IOException {
        try (var world = new World()) {
            for (var route : Route.of(function, world)) {
                System.out.print(row(function, route, world));
            }
        }
    }

    private static String row(StackFunction function, Route route, World world) throws IOException {
        var folder = LambdaStage.unpacked(function);
        var log = folder.resolve("first.log").toAbsolutePath();
        var site = world.site();
        var others = new HashMap<>(LambdaStage.account(site.database(), site.ses()));
        try (var tls = new TlsDatabase(site.database().endpoint(),
                Project.root().resolve("infrastructure/local/target"));
                var share = new CpuShare(function.memorySize())) {
            tls.variables().forEach((name, value) -> others.merge(name, value, (_, said) -> said));
            others.merge("JAVA_TOOL_OPTIONS", " -Xlog:class+load:file=" + log, String::concat);
            others.put("TABLE_NAME", QuietSite.TABLE);
            try (var started = new LambdaFunction(function, folder, Command.ofZip(function), others)) {
                started.awaitReady();
                share.hold(started.process());
                wake(function, started);
                return row(function, route, world, started, log);
            }
        }
    }

    /** As the schedule does that keeps an environment of those without a snapshot. */
    private static void wake(StackFunction function, LambdaFunction started) {
        if (!function.snapStart()) {
            function.schedules().forEach(schedule -> started.invoke(schedule.input()));
        }
    }

    private static String row(
            StackFunction function, Route route, World world, LambdaFunction started, Path log)
            throws IOException {
        var site = Subject.site(started);
        var took = new ArrayList<Double>();
        var loaded = lines(log);
        var classes = 0L;
        var status = 0;
        for (int number = 0; number < World.PEOPLE; number++) {
            var begun = System.nanoTime();
            var answer = route.send(site, world, world.person(number));
            took.add((System.nanoTime() - begun) / 1e6);
            if (number == 0) {
                classes = lines(log) - loaded;
                status = answer.status();
            }
        }
        var warm = Medians.of(took.subList(WARM, took.size()), each -> each);
        return String.format(Locale.ROOT, "| %s | %s | %d | %.0f | %.0f | %.1f | %d |%n", function.logicalId(), route,
                status, took.getFirst(), warm, took.getFirst() / warm, classes);
    }

    private static long lines(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.count();
        }
    }
}
