package be.leerkring.local.standing;

import static be.leerkring.network.organisation.Organisation.Kind.OTHER;
import static be.leerkring.network.organisation.Organisation.Kind.SPEARHEAD_CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.local.QuietSite;
import be.leerkring.mailer.OutboxSweep;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.testing.Answer;
import be.leerkring.testing.StreamEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sessions in every standing, and somebody who walks from the card to the mail. */
final class StandingSite implements AutoCloseable {

    static final Instant NOW = Instant.parse("2017-02-15T09:00:00Z");
    static final Instant START = Instant.parse("2017-03-23T12:30:00Z");

    private final QuietSite site = new QuietSite(NOW);

    StandingSite() {
        site.write(site.get(Organisations.class).putFirst(List.of(
                new Organisation("vil", "VIL", SPEARHEAD_CLUSTER, false),
                new Organisation("ander", "Ander initiatief", OTHER, false))));
    }

    /** A session of which so many seats of these organisations are taken. */
    Session publish(String id, AdmissionRules rules, int capacity, Map<String, Integer> taken, int others) {
        return publish(session(id, START, rules), capacity, taken, others);
    }

    Session publish(Session session, int capacity, Map<String, Integer> taken, int others) {
        var counts = site.get(SeatCounts.class);
        var given = taken.values().stream().mapToInt(Integer::intValue).sum();
        site.write(site.get(Sessions.class).put(session), counts.open(session, capacity, 0));
        site.write(counts.put(session, new Seats(1, capacity, given, 0, others, taken, List.of())));
        return session;
    }

    static Session session(String id, Instant start, AdmissionRules rules) {
        return new Session(
                id,
                new LocalizedText(Map.of("nl", "Samen leren", "en", "Learning together")),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofMinutes(210)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                rules,
                Edition.announced(NOW));
    }

    /** What organisers do who move a session or call it off; its people are told. */
    void become(Session next) {
        site.write(site.get(Sessions.class).put(next), site.get(SeatCounts.class).move(next));
        var change = StreamEvents.change("MODIFY", Sessions.partition(next.id()), "#SESSION", "1");
        new SessionStream(site.context()).handleRequest(StreamEvents.of(List.of(change)), null);
        mail();
    }

    /** Sends what is to be sent; and lets an hour pass, so that nobody asks too often. */
    void mail() {
        site.clock().forward(Duration.ofMinutes(2));
        new OutboxSweep(site.context()).handleRequest(Map.of(), null);
        site.clock().forward(Duration.ofMinutes(61));
    }

    Instant now() {
        return site.clock().instant();
    }

    void moveTo(Instant now) {
        site.clock().moveTo(now);
    }

    SentMail newest() {
        return site.ses().mails().getLast();
    }

    /** The newest link of this kind. */
    String link(String path) {
        var found = Pattern.compile(path + "[A-Za-z0-9._~-]+").matcher(newest().text());
        assertThat(found.find()).as(newest().text()).isTrue();
        return found.group();
    }

    /** The page of somebody's own registration, who is in this state since the site knows them. */
    String own(Session session, RegistrationState state, Instant since, String language) {
        var key = PersonKey.fresh(session.id());
        var address = new EmailAddress(key.person().toLowerCase(Locale.ROOT) + "@example.org");
        var participant = new Participant(
                session.id(), key.person(), "Noor Peeters", address, "vil", "VIL", SPEARHEAD_CLUSTER, "",
                new Language(language), state);
        var issued = OwnLink.issue(site.get(Links.class), participant, session);
        site.write(site.get(Registrations.class).record(participant, session, since), issued.write());
        return OwnLink.path(issued.token());
    }

    Place page(String path, String language) {
        return new Place(site.site().send("GET", path, Map.of("accept-language", language), "").body());
    }

    /** The page that a form leads to, with the cookies that it was answered with. */
    Place after(Answer answer, String language) {
        var cookies = answer.cookies().stream().map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        var path = answer.location().replaceFirst("https?://[^/]*", "");
        return new Place(site.site()
                .send("GET", path, Map.of("accept-language", language, "cookie", cookies), "")
                .body());
    }

    Answer post(String path, String form, String language) {
        return site.site().send(
                "POST",
                path,
                Map.of("content-type", "application/x-www-form-urlencoded", "accept-language", language),
                form);
    }

    @Override
    public void close() {
        site.close();
    }
}
