package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.Organisers;
import be.leerkring.feedback.FeedbackLink;
import be.leerkring.local.QuietSite;
import be.leerkring.local.mailing.MailingSite;
import be.leerkring.meetings.memory.ContactWishes;
import be.leerkring.meetings.memory.Wishes;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.FollowUps;
import be.leerkring.network.cooperation.Reported;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.Closings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever stands in the table about people is charted with how long it is kept, and ends by itself where the chart
 * says so: the charts of infrastructure/README.md, held against all items of a network in which everything happened
 * once.
 */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest {

    private static final Organiser ORGANISER = new Organiser("organisator@example.org");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final MailingSite site = new MailingSite();
    private final ItemChart items = ItemChart.below("The table", 2, 3);
    private final ItemChart kept = ItemChart.below("What is kept about people, and until when", 1, 2);

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void whateverIsAboutPeopleIsChartedAndHasAnEnd() {
        live();
        var all = site.quiet().database().client().scanPaginator(scan -> scan.tableName(QuietSite.TABLE)).items()
                .stream().toList();
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
        var traces = new HashSet<>(Set.of(ORGANISER.address()));
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

    private void live() {
        var begun = new ArrayList<MailingSite.Begun>();
        for (var kind : MailingSite.Kind.values()) {
            begun.add(site.begin(kind));
            begun.getLast().first().run();
        }
        var last = begun.getLast();
        var session = last.session();
        var one = last.people().getFirst();
        register(begun);
        answer(session.id());
        var by = new PersonKey(session.id(), one.person());
        var later = FollowUp.none(by).next("Een draaiboek", "", 1,
                Optional.of(new Reported(new Side("vil", "VIL"), Stage.PLAN, "", true)),
                site.quiet().clock().instant());
        site.write(site.get(FollowUps.class).put(later, session), site.get(Reports.class).put(later, 1, one, session));
        site.write(site.get(Quotes.class).publish(
                session, new Quote(session.id(), "abc", "Nuttig.", new Language("nl"), one.name())));
        site.write(site.get(ContactWishes.class).put(new Wishes(one.identity(), Map.of(), 0)
                .wish(last.people().get(1).identity(), false, session.forgottenAt())));
        site.write(site.get(Closings.class).begin(session, ORGANISER, site.quiet().clock().instant()));
        var organisers = site.get(Organisers.class);
        site.write(organisers.put(organisers.in(Map.of()), List.of(new Organisers.Invited(
                "collega@example.org", ORGANISER.address(), site.quiet().clock().instant()))));
        var addresses = site.get(Addresses.class);
        addresses.suppress(one.email().text(), MailState.BOUNCED);
        addresses.unsubscribe(Addresses.hash(one.email().text()));
    }

    /** A form by which somebody registers for the next session. */
    private void register(List<MailingSite.Begun> begun) {
        var organisations = site.get(Organisations.class);
        if (organisations.in(site.get(Table.class).read(List.of(organisations.key()))).all().isEmpty()) {
            site.write(organisations.putFirst(List.of(
                    new Organisation("vil", "VIL", Organisation.Kind.SPEARHEAD_CLUSTER, false))));
        }
        var open = site.begin(MailingSite.Kind.NEWS);
        begun.add(open);
        var answer = site.quiet().site().send("POST", open.session().path() + "/register",
                Map.of("content-type", FORM),
                "name=Annelies+Verbruggen&email=annelies%40example.org&organisation=vil&language=nl&consent=yes");
        assertThat(answer.status()).isEqualTo(303);
    }

    private void answer(String session) {
        var link = site.get(Links.class).issue(
                FeedbackLink.PURPOSE,
                new FeedbackLink(session, Organisation.Kind.OTHER).subject(),
                site.quiet().clock().instant().plus(Duration.ofDays(1)));
        site.write(link.write());
        var answer = site.quiet().site().send("POST", "/feedback/" + link.token().text(),
                Map.of("content-type", FORM),
                "usefulness=4&quote=Nuttig.&attribution=person&name=Lezer+0&organisation=VIL");
        assertThat(answer.status()).isBetween(200, 399);
    }
}
