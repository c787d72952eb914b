package be.leerkring.local.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Project;
import be.leerkring.testing.policies.Policies;
import be.leerkring.testing.policies.PolicyGuard;
import be.leerkring.testing.policies.Statement;
import be.leerkring.testing.policies.TableCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What all tests together called on the table, after all of them, and what the template grants. */
@EnabledIfSystemProperty(named = "leerkring.tests", matches = "all", disabledReason = "needs all tests")
class GrantsIT {

    private static final Policies POLICIES = Policies.in(Project.root());

    /** What the tests of a room do by its use cases, and not each by a page: there it belongs to no function. */
    private static final Map<String, Set<String>> BY_USE_CASE = Map.of(
            // To erase whom somebody met, and what they reported.
            "RegistrationFunction", Set.of("PEOPLE-MET", "REPORTED"),
            // To invite and remove organisers, to end their sign-ins, to write to an address again, to show a mail.
            "OrganiserFunction", Set.of("DESK", "SIGN-IN#*", "ADDRESS#*", "MAIL#*"),
            // To enrol somebody, and to put an address right.
            "RegistrationDeskFunction", Set.of("LINK#*", "MAIL#*", "MAILBOX#*"));

    /** A guard that is caught somewhere has still written down what it saw. */
    @Test
    void noFunctionDidWhatItMayNotDo() throws IOException {
        assertThat(lines()).isNotEmpty().noneMatch(line -> line.startsWith(PolicyGuard.DENIED));
    }

    /** One statement is about all that one transaction writes, so not each of its pairs is used. */
    @Test
    void everyActionPartitionAndIndexOfAStatementIsUsed() throws IOException {
        var used = new HashMap<Statement, Set<String>>();
        for (var line : lines()) {
            var function = line.substring(0, line.indexOf('\t'));
            var call = TableCall.read(line.substring(line.indexOf('\t') + 1));
            for (var statement : POLICIES.statements().getOrDefault(function, List.of())) {
                used.computeIfAbsent(statement, _ -> new HashSet<>()).addAll(POLICIES.used(function, statement, call));
            }
        }

        assertThat(POLICIES.statements().values().stream().flatMap(List::stream).distinct()).allSatisfy(statement -> {
            var idle = new HashSet<>(statement.granted());
            idle.removeAll(used.getOrDefault(statement, Set.of()));
            idle.removeAll(BY_USE_CASE.getOrDefault(statement.policy(), Set.of()));
            assertThat(idle).as(statement.toString()).isEmpty();
        });
    }

    private static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (var room : List.of("functions", "infrastructure")) {
            try (var modules = Files.newDirectoryStream(Project.root().resolve(room))) {
                for (var module : modules) {
                    lines.addAll(lines(module.resolve("target")));
                }
            }
        }
        return lines;
    }

    private static List<String> lines(Path target) throws IOException {
        var lines = new ArrayList<String>();
        if (Files.isDirectory(target)) {
            try (var files = Files.newDirectoryStream(target, PolicyGuard.CALLS + "*")) {
                for (var calls : files) {
                    lines.addAll(Files.readAllLines(calls, UTF_8));
                }
            }
        }
        return lines;
    }
}
