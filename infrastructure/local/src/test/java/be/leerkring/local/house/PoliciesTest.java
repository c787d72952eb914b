package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import be.leerkring.local.SiteAddresses;
import be.leerkring.testing.policies.Policies;
import be.leerkring.testing.policies.Statement;
import be.leerkring.testing.policies.TableCall;
import be.leerkring.testing.policies.TableCall.Part;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the template lets its functions do with the table, whoever calls them. */
class PoliciesTest {

    /** What only the desk, and what runs by itself, may write. */
    private static final Set<String> OF_THE_DESK = Set.of("NETWORK", "KNOWLEDGE", "DESK", "FIGURES", "SIGN-IN#*");

    /** One contact more on the map for everybody, and that a sign-in was used; nothing else of any item. */
    private static final Set<Set<String>> LIMITED =
            Set.of(Set.of("pk", "sk", "contacts"), Set.of("pk", "sk", "usedAt"));

    private static final Set<String> WRITING = Set.of("PutItem", "UpdateItem", "DeleteItem");

    private static final Policies POLICIES = Policies.in(Project.root());

    @Test
    void whatEverybodyReachesWritesNothingOfTheDesk() {
        var reached = StackTemplate.read(Project.root().resolve("template.yaml")).functions().stream()
                .filter(function -> !function.routes().isEmpty() && function.routes().stream()
                        .noneMatch(route -> SiteAddresses.isOfDesk(route.path())))
                .map(function -> function.logicalId())
                .toList();

        assertThat(reached).contains("RegistrationFunction", "ContactsFunction").allSatisfy(
                function -> assertThat(POLICIES.statements().get(function))
                        .filteredOn(statement -> statement.actions().stream().anyMatch(WRITING::contains))
                        .filteredOn(statement -> !LIMITED.contains(statement.attributes()))
                        .flatExtracting(Statement::partitions)
                        .doesNotContainAnyElementsOf(OF_THE_DESK));
    }

    /** Without a condition on the keys, a statement about the table would be about all of it. */
    @Test
    void everyStatementAboutTheTableNamesItsPartitionsAndNoneScans() {
        assertThat(POLICIES.statements().values()).flatExtracting(statements -> statements).allSatisfy(
                statement -> {
                    assertThat(statement.indexes().contains("")).isEqualTo(!statement.partitions().isEmpty());
                    assertThat(statement.actions()).doesNotContain("Scan", "*");
                });
    }

    @Test
    void whatOneTransactionWritesStandsInOneStatement() {
        var apart = List.of(statement("PutItem", "MAIL#*"), statement("PutItem", "SESSION#*"));
        var together = statement("PutItem", "MAIL#*", "SESSION#*");
        var both = new TableCall("", Set.of(part("PutItem", "MAIL#*"), part("PutItem", "SESSION#*")));

        assertThat(Policies.allow(apart, both)).isFalse();
        assertThat(Policies.allow(List.of(together), both)).isTrue();
    }

    @Test
    void aStatementIsAboutItsActionsItsPartitionsItsIndexesAndItsAttributes() {
        var note = new Statement(
                "x", Set.of("UpdateItem"), Set.of(""), Set.of("SIGN-IN#*"), Set.of("pk", "usedAt"));

        assertThat(Policies.allow(List.of(note), update("SIGN-IN#*", "pk", "usedAt"))).isTrue();
        assertThat(Policies.allow(List.of(note), update("SIGN-IN#*", "pk", "until"))).isFalse();
        assertThat(Policies.allow(List.of(note), update("DESK", "pk", "usedAt"))).isFalse();
        assertThat(Policies.allow(List.of(note), new TableCall("", Set.of(part("PutItem", "SIGN-IN#*"))))).isFalse();
        assertThat(Policies.allow(List.of(note), new TableCall("due", update("SIGN-IN#*", "pk").parts()))).isFalse();
    }

    private static TableCall update(String partition, String... attributes) {
        return new TableCall("", Set.of(new Part("UpdateItem", partition, Set.of(attributes))));
    }

    private static Part part(String action, String partition) {
        return new Part(action, partition, Set.of());
    }

    private static Statement statement(String action, String... partitions) {
        return new Statement("x", Set.of(action), Set.of(""), Set.of(partitions), Set.of());
    }
}
