package be.leerkring.local.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Project;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every place says of a session in every standing, and of a registration in every situation: a table of sentences
 * that is read by eye, and held against the files in {@code src/test/resources/standing}. To accept what changed,
 * delete a file and run this: it is written anew, and the run fails once.
 */
final class EveryStandingTest {

    private static final Path FILES = Project.root().resolve("infrastructure/local/src/test/resources/standing");
    private static final Optional<Instant> NEVER = Optional.empty();
    private static final Instant LATER = Instant.parse("2017-03-06T08:00:00Z");

    private final List<String> table = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyPlaceSaysWhatIsSo(String language) throws IOException {
        try (var site = new StandingSite()) {
            sessions(site).forEach((name, session) -> walk(site, name, session, language));
            becomes(site, "moved", language, (session, now) -> session.moved(
                    session.start().plus(Duration.ofDays(1)), session.end().plus(Duration.ofDays(1)), session.venue(),
                    now));
            becomes(site, "cancelled", language, Session::calledOff);
            owns(site, language);
        }
        var file = FILES.resolve(language + ".txt");
        var text = String.join("\n", table) + "\n";
        var written = !Files.exists(file);
        if (written) {
            Files.createDirectories(FILES);
            Files.writeString(file, text, UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(file, UTF_8));
        assertThat(written).as("was written anew: look at it, and run this again").isFalse();
    }

    private static Map<String, Session> sessions(StandingSite site) {
        var all = new LinkedHashMap<String, Session>();
        all.put("running", site.publish(
                StandingSite.session("running", StandingSite.NOW, AdmissionRules.NONE), 9, Map.of(), 0));
        all.put("open", site.publish("open", AdmissionRules.NONE, 40, Map.of("vil", 3), 0));
        all.put("full", site.publish("full", AdmissionRules.NONE, 2, Map.of("vil", 2), 0));
        all.put("approval, others", site.publish("approval", rules(NEVER, NEVER, NEVER, 0, 0, true), 9, Map.of(), 0));
        all.put("limit", site.publish(
                "limit", rules(NEVER, NEVER, NEVER, 0, 2, false), 9, Map.of("vil", 2, "ander", 2), 0));
        all.put("kept, others", site.publish(
                "kept", rules(NEVER, NEVER, NEVER, 2, 0, false), 3, Map.of("ander", 1), 1));
        all.put("first", site.publish("first", rules(NEVER, NEVER, Optional.of(LATER), 0, 0, false), 9, Map.of(), 0));
        all.put("closing",
                site.publish("closing", rules(NEVER, Optional.of(LATER), NEVER, 0, 1, false), 9, Map.of(), 0));
        all.put("announced", site.publish(
                "announced", rules(Optional.of(LATER), NEVER, NEVER, 0, 1, true), 9, Map.of(), 0));
        all.put("closed", site.publish(
                "closed", rules(NEVER, Optional.of(StandingSite.NOW.minusSeconds(1)), NEVER, 0, 0, false), 9, Map.of(),
                0));
        all.put("over", site.publish(
                StandingSite.session("over", StandingSite.NOW.minus(Duration.ofDays(9)), AdmissionRules.NONE), 9,
                Map.of(), 0));
        return all;
    }

    private static AdmissionRules rules(
            Optional<Instant> opens, Optional<Instant> closes, Optional<Instant> others, int kept, int most,
            boolean approval) {
        return new AdmissionRules(opens, closes, others, kept, most, approval);
    }

    /** From the card to the mail; one of the others, where the name says so. */
    private void walk(StandingSite site, String name, Session session, String language) {
        shown(site, name, session, language);
        if (!session.takesRegistrations(StandingSite.NOW)) {
            var closed = site.page(session.path() + "/register", language);
            say("form", closed.title() + " | " + main(closed));
            return;
        }
        var form = site.page(session.path() + "/register", language);
        say("form", form.title() + " | " + form.between("<h1", "<form").words() + " | … | "
                + form.between("class=\"trap\"", "</form").words());
        register(site, session, name.endsWith("others") ? "ander" : "vil", language);
    }

    private void register(StandingSite site, Session session, String organisation, String language) {
        var answer = site.post(
                session.path() + "/register",
                "name=Noor+Peeters&email=noor%40" + session.id() + ".example.org&organisation=" + organisation
                        + "&language=" + language + "&consent=yes",
                language);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        var sent = site.after(answer, language);
        say("sent", sent.title() + " | " + sent.between("<h1", "<section").words());
        site.mail();
        say("mail that asks", mail(site));
        var link = site.link("/confirm/");
        var asked = site.page(link, language);
        say("confirm", asked.title() + " | " + main(asked));
        assertThat(site.post(link, "", language).status()).isEqualTo(303);
        var confirmed = site.page(link, language);
        say("confirmed", confirmed.title() + " | " + main(confirmed));
        site.mail();
        say("mail that says", mail(site));
        say("my registration", main(site.page(site.link("/my/"), language)));
    }

    /** What everybody sees. */
    private void shown(StandingSite site, String name, Session session, String language) {
        table.add((table.isEmpty() ? "" : "\n") + "## " + name);
        var path = session.path();
        var home = site.page("/", language).html();
        var card = Stream.of(home.split("<article")).filter(one -> one.contains("href=\"" + path + "\"")).findFirst();
        say("card", new Place(card.orElse("")).between("<h3", "</article").words());
        var page = site.page(path, language);
        say("session", page.between("<header class=\"hero\"", "</header").words("Samen leren", "Learning together")
                + " | " + page.between("class=\"panel\"", "</section").words()
                + " | " + page.between("id=\"audience\"", "</section").words());
        var event = Stream
                .of(site.page("/calendar.ics", language).html().replaceAll("\r?\n ", "").split("BEGIN:VEVENT"))
                .filter(one -> one.contains("UID:" + session.id() + "@"))
                .findFirst()
                .orElse("");
        say("calendar", event.lines()
                .filter(line -> line.startsWith("STATUS") || line.startsWith("DESCRIPTION"))
                .map(line -> line.replaceAll("\\\\n", " ").replaceAll("https?://localhost:\\d+", "…"))
                .sorted()
                .reduce((one, other) -> other + " | " + one)
                .orElse(""));
    }

    /** Somebody is registered when it happens, and is told. */
    private void becomes(StandingSite site, String name, String language,
            BiFunction<Session, Instant, Session> change) {
        var session = site.publish(name, AdmissionRules.NONE, 9, Map.of(), 0);
        var quiet = new ArrayList<>(table);
        register(site, session, "vil", language);
        var own = site.link("/my/");
        table.clear();
        table.addAll(quiet);
        var next = change.apply(session, site.now());
        site.become(next);
        shown(site, name, next, language);
        var form = site.page(next.path() + "/register", language);
        say("form", form.title() + " | " + form.between("<h1", next.cancelled() ? "</main" : "<form").words());
        say("mail that says", mail(site));
        say("my registration", main(site.page(own, language)));
    }

    /** One's own registration, before, during and after the session. */
    private void owns(StandingSite site, String language) {
        var session = site.publish("own", AdmissionRules.NONE, 9, Map.of(), 0);
        var since = StandingSite.NOW.plus(Duration.ofDays(2));
        var pages = new LinkedHashMap<RegistrationState, String>();
        for (var state : RegistrationState.values()) {
            pages.put(state, site.own(session, state, since, language));
        }
        table.add("\n## my registration");
        var moments = Map.of(
                "before", StandingSite.NOW.plus(Duration.ofDays(1)), "during", session.start().plusSeconds(60), "after",
                session.end());
        for (var when : List.of("before", "during", "after")) {
            site.moveTo(moments.get(when));
            pages.forEach((state, page) -> say(when + ", " + state.code(), main(site.page(page, language))));
        }
    }

    private static String main(Place page) {
        return page.between("<main", "</main").between("<main", "<nav").words();
    }

    private static String mail(StandingSite site) {
        var mail = site.newest();
        return mail.subject() + " | " + Place.mail(mail.text(), "Sess");
    }

    private void say(String place, String words) {
        table.add(place + ": " + words);
    }
}
