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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What all tests together called on the table, after all of them, and what the template grants. */
@EnabledIfSystemProperty(
        named = "leerkring.tests", matches = "all", disabledReason = "only all tests together use all that is granted")
class GrantsIT {

    private static final Policies POLICIES = Policies.in(Project.root());

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

        assertThat(POLICIES.statements().values().stream().flatMap(List::stream).distinct()).allSatisfy(
                statement -> assertThat(used.getOrDefault(statement, Set.of()))
                        .as(statement.toString())
                        .containsAll(statement.granted()));
    }

    private static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (var room : List.of("functions", "infrastructure")) {
            try (var modules = Files.list(Project.root().resolve(room))) {
                for (var module : modules.filter(folder -> Files.exists(folder.resolve(PolicyGuard.CALLS))).toList()) {
                    lines.addAll(Files.readAllLines(module.resolve(PolicyGuard.CALLS), UTF_8));
                }
            }
        }
        return lines;
    }
}
