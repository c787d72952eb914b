package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever stands in the table about people is charted with how long it is kept, and ends by itself where the chart
 * says so: the charts of infrastructure/README.md, held against all items of a network in which everything happened
 * once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest {

    private final LivedNetwork network = new LivedNetwork();
    private final ItemChart items = ItemChart.below("The table", 2, 3);
    private final ItemChart kept = ItemChart.below("What is kept about people, and until when", 1, 2);

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void whateverIsAboutPeopleIsChartedAndHasAnEnd() {
        var all = network.items();
        var traces = traces(all);
        var lived = new HashSet<String>();
        for (var item : all) {
            var partition = item.get("pk").s();
            var sort = item.get("sk").s();
            var key = new Key(partition, sort);
            assertThat(items.row(partition, sort)).as("the row of %s", key).isPresent();
            var end = kept.row(partition, sort);
            var tells = traces.stream().filter(item.toString()::contains).findAny();
            assertThat(tells.isPresent() && end.isEmpty())
                    .as("%s tells of somebody (%s), and nothing says until when it is kept", key, tells).isFalse();
            if (end.isPresent() && end.get().last().startsWith("`expires`")) {
                assertThat(item).as("%s ends by itself", key).containsKey("expires");
            }
            end.map(ItemChart.Row::toString).ifPresent(lived::add);
        }
        assertThat(lived).as("all that is kept was there once")
                .containsAll(kept.rows().stream().map(ItemChart.Row::toString).toList());
    }

    @Test
    void whatIsKeptIsInTheChartOfItems() {
        assertThat(kept.rows()).extracting(ItemChart.Row::toString)
                .isSubsetOf(items.rows().stream().map(ItemChart.Row::toString).toList());
    }

    /** All by which somebody can be known who registered or works at the desk. */
    private static Set<String> traces(List<Map<String, AttributeValue>> all) {
        var traces = new HashSet<>(Set.of(LivedNetwork.ORGANISER.address()));
        all.stream().filter(item -> item.get("sk").s().startsWith("REGISTRATION#")).forEach(item -> {
            var address = item.get("email").s();
            traces.addAll(List.of(
                    address,
                    Addresses.hash(address),
                    new EmailAddress(address).derive("mailbox"),
                    item.get("name").s(),
                    item.get("person").s(),
                    item.get("identity").s()));
        });
        return traces;
    }
}
