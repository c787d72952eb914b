package be.leerkring.local.start;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.local.ComingSession;
import be.leerkring.local.Project;
import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.LambdaFunction;
import be.leerkring.local.scenario.LambdaStage;
import be.leerkring.local.scenario.Learning;
import be.leerkring.local.start.Start.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints how long functions take from the start of their process to their first answer. */
final class StartBenchmark {

    private static final String TABLE = "leerkring";
    private static final String COMPARED = "%s, %s: %s";
    private static final Path FOLDER = Project.root().resolve("infrastructure/local/target/start");

    private final StackTemplate template = StackTemplate.read(
            Project.root().resolve("template.yaml"),
            Map.of("Table.Table", TABLE, "Site.ApiEndpoint", "https://leerkring.test", "Mail.ConfigurationSet", "l"));
    private final Map<String, String> account;
    private final List<Subject> subjects = new ArrayList<>();

    private StartBenchmark(EmbeddedDynamoDb database, EmbeddedSes ses, Set<String> names) throws IOException {
        account = LambdaStage.account(database, ses);
        TemplateTable.in(template.nested("Table")).create(database.client(), TABLE);
        var session = ComingSession.publish(database.client(), TABLE).path();
        var functions = template.functions().stream()
                .filter(function -> names.isEmpty() || names.contains(function.logicalId()))
                .toList();
        Packages.images(FOLDER);
        Learning.learn(FOLDER, functions.stream().map(StackFunction::logicalId).collect(Collectors.toSet()));
        compare(Packages.hello(), "hello");
        compare(Packages.plain(TABLE), "303");
        functions.forEach(function -> add(function, session));
    }

    /** Which functions, by their names in the template; all without. The first argument is how often each starts. */
    public static void main(String[] arguments) throws IOException {
        var runs = Integer.parseInt(arguments[0]);
        try (var database = EmbeddedDynamoDb.inMemory(); var ses = EmbeddedSes.start(Clock.systemUTC())) {
            new StartBenchmark(database, ses, Set.of(arguments).stream().filter(name -> name.endsWith("Function"))
                    .collect(Collectors.toSet())).print(runs);
        }
        System.exit(0);
    }

    private void compare(StackFunction function, String answer) throws IOException {
        var folder = FOLDER.resolve(function.logicalId());
        Packages.compared(function, folder);
        var subject = new Subject("an event", function, folder, folder, Subject.event("{}", answer));
        try (var learning = new LambdaFunction(
                function, folder, Command.learningFor(function, folder), account)) {
            subject.event().accept(learning);
        }
        subjects.add(subject);
    }

    private void add(StackFunction function, String session) {
        var zip = LambdaStage.unpacked(function);
        var image = Learning.image(function, FOLDER);
        if (function.logicalId().equals("RegistrationFunction")) {
            var form = session + "/register";
            subjects.add(new Subject("GET form", function, zip, image, Subject.request(form, 200)));
            subjects.add(new Subject("POST form", function, zip, image, Subject.form(form)));
        } else if (!function.routes().isEmpty()) {
            var path = function.routes().getFirst().path().replaceAll("\\{[^}]+}", "none");
            subjects.add(new Subject("GET " + path, function, zip, image, Subject.request(path, 200, 303, 404)));
        } else {
            var isStream = !function.streams().isEmpty();
            var event = isStream ? "{\"Records\":[]}" : "{}";
            subjects.add(new Subject(isStream ? "no records" : "{}", function, zip, image, Subject.event(event, "")));
        }
    }

    /** One after the other, as often as asked, so that whatever else the machine does meets all of them. */
    private void print(int runs) throws IOException {
        var measured = new LinkedHashMap<String, List<Start>>();
        for (int run = 0; run < runs; run++) {
            for (var subject : subjects) {
                for (var form : Form.values()) {
                    measured.computeIfAbsent(name(subject, form), _ -> new ArrayList<>())
                            .add(Start.measure(subject, form, account));
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "%n%d starts of each, alternating, medians; %d processors, load %s; %s%n%n", runs,
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0], Runtime.version());
        System.out
                .println("| function | form | first answer, ms | start | answer | processor, ms | memory, MB | classes "
                        + "| ÷ hello: wall, processor | ÷ plain: wall, processor |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|---|---|");
        for (var form : Form.values()) {
            var hello = Start.median(measured.get(name(subjects.getFirst(), form)));
            var plain = Start.median(measured.get(name(subjects.get(1), form)));
            for (var subject : subjects) {
                var start = Start.median(measured.get(name(subject, form)));
                System.out.printf(
                        Locale.ROOT, "| %s, %s | %s | %.0f | %.0f | %.0f | %.0f | %.0f | %d | %s | %s |%n",
                        subject.function().logicalId(), subject.asked(), form, start.first(), start.init(),
                        start.invocation(), start.processor(), start.memory(), Start.classes(subject, form, account),
                        start.ratio(hello), start.ratio(plain));
            }
        }
    }

    private static String name(Subject subject, Form form) {
        return COMPARED.formatted(subject.function().logicalId(), form, subject.asked());
    }
}
