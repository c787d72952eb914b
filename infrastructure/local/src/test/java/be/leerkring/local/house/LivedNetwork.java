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
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.Closings;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.need.Asked;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.need.Need;
import be.leerkring.registration.need.Needs;
import be.leerkring.testing.Conflicts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A network in which everything happened once that leaves something about somebody. */
final class LivedNetwork implements AutoCloseable {

    static final Organiser ORGANISER = new Organiser("organisator@example.org");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final MailingSite site = new MailingSite();

    LivedNetwork() {
        live();
    }

    @Override
    public void close() {
        site.close();
    }

    <T> T get(Class<T> bean) {
        return site.get(bean);
    }

    MailingSite site() {
        return site;
    }

    /** All that stands in the table. */
    List<Map<String, AttributeValue>> items() {
        return site.quiet().database().client().scanPaginator(scan -> scan.tableName(QuietSite.TABLE)).items()
                .stream().toList();
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
        var registration = site.get(Registrations.class).find(session.id(), one.person()).orElseThrow();
        var need = new Need(new Asked("diet", "", ""), List.of("vegan"), "Geen noten");
        site.get(KeptNeeds.class).put(registration, session, new Needs(List.of(need))).forEach(site::write);
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
        confirmInACrowd(open.session());
        var answer = site.quiet().site().send("POST", open.session().path() + "/register",
                Map.of("content-type", FORM),
                "name=Annelies+Verbruggen&email=annelies%40example.org&organisation=vil&language=nl&consent=yes");
        assertThat(answer.status()).isEqualTo(303);
    }

    /** Somebody presses while another transaction has the seats. */
    private void confirmInACrowd(Session session) {
        var person = PersonKey.fresh(session.id());
        var now = site.quiet().clock().instant();
        var link = site.get(Links.class).issue(Destinations.CONFIRM, person.subject(), now.plus(Duration.ofDays(1)));
        site.write(link.write(), site.get(Registrations.class).record(
                new Participant(session.id(), person.person(), "Gedrang Genoeg", new EmailAddress("druk@example.org"),
                        "vil", "VIL", Organisation.Kind.SPEARHEAD_CLUSTER, "", new Language("nl"),
                        RegistrationState.PENDING),
                session, now));
        Conflicts.next();
        var answer = site.quiet().site().send("POST", "/confirm/" + link.token().text(), Map.of(), "");
        assertThat(answer.status()).isEqualTo(303);
    }

    private void answer(String session) {
        var link = site.get(Links.class).issue(
                FeedbackLink.PURPOSE,
                new FeedbackLink(session, Organisation.Kind.OTHER, new Language("nl")).subject(),
                site.quiet().clock().instant().plus(Duration.ofDays(1)));
        site.write(link.write());
        var answer = site.quiet().site().send("POST", "/feedback/" + link.token().text(),
                Map.of("content-type", FORM),
                "usefulness=4&quote=Nuttig.&attribution=person&name=Lezer+0&organisation=VIL");
        assertThat(answer.status()).isBetween(200, 399);
    }
}
