package be.leerkring.registration.need;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Question;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A session that asks what people need, and people who say it. */
abstract class PeopleWithNeeds {

    static final Question DIET = new Question.Known(Question.Kind.DIET);
    static final Question GROUP = new Question.Own(1, new LocalizedText(Map.of(
            "nl", "Komt u mee naar het labo?", "en", "Will you join us in the lab?")));
    static final Instant TWO_WEEKS_AFTER = Instant.parse("2017-04-06T16:00:00Z");

    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    final RegistrationRoom room = new RegistrationRoom(clock);
    final Reader visitor = room.visitor();
    Session session = room.publish(asking(DIET, GROUP), 1);

    @AfterEach
    void close() {
        room.close();
    }

    static Session asking(Question... questions) {
        return asking(RegistrationRoom.session("sessie", AdmissionRules.NONE), questions);
    }

    static Session asking(Session plain, Question... questions) {
        return new Session(plain.id(), plain.title(), plain.summary(), plain.start(), plain.end(), plain.venue(),
                plain.audience(), plain.themes(), plain.programme(), plain.assumed(), plain.admission(),
                plain.edition(), List.of(questions));
    }

    /** What an organiser does who changes the questions. */
    void ask(Question... questions) {
        session = asking(session.next(), questions);
        room.change(session);
    }

    static String lab(String language) {
        return NeedsForm.field(new Asked("", language, ((Question.Own) GROUP).text().byLanguage().get(language)));
    }

    Answer register(String name, String... needs) {
        var fields = new HashMap<>(visitor.get("/sessions/sessie/register").form(
                "name", name, "email", RegistrationRoom.address(name), "organisation", "vil", "language", "nl",
                "consent", "yes"));
        for (int at = 0; at < needs.length; at += 2) {
            fields.put(needs[at], needs[at + 1]);
        }
        return visitor.post("/sessions/sessie/register", fields);
    }

    void confirmed(String name, String... needs) {
        assertThat(register(name, needs).status()).isEqualTo(303);
        room.press(name);
        room.stream(session);
        clock.forward(Duration.ofMinutes(11));
    }

    PersonKey key(String name) {
        return new PersonKey("sessie", room.registration(session, name).participant().person());
    }

    Needs needs(String name) {
        return room.get(KeptNeeds.class).find(key(name));
    }

    Optional<Instant> expires(PersonKey person) {
        var key = room.get(KeptNeeds.class).key(person);
        return Optional.ofNullable(room.get(Table.class).read(List.of(key)).get(key))
                .map(item -> Instant.ofEpochSecond(item.count("expires")));
    }

    List<String> items() {
        return room.database().client().scanPaginator(scan -> scan.tableName(TestDatabase.TABLE)).items().stream()
                .map(Object::toString)
                .toList();
    }
}
