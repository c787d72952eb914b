package be.leerkring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.feedback.answers.Collection;
import be.leerkring.feedback.answers.FeedbackForm;
import be.leerkring.feedback.ask.FeedbackRequests;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.web.FormText;
import be.leerkring.testing.Cut;
import be.leerkring.testing.StartedRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who is asked what a session brought, when, and what the table knows of the answer. */
final class FeedbackTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-24T06:00:00Z"));
    private StartedRoom room;
    private FeedbackRequests requests;
    private Table table;

    @BeforeEach
    void open() {
        room = StartedRoom.at(clock);
        requests = room.get(FeedbackRequests.class);
        table = room.get(Table.class);
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** A session on this day, from half past one to five in Brussels. */
    private static Session on(String day) {
        return new Session(
                "sessie",
                new LocalizedText(Map.of("nl", "Samen leren")),
                LocalizedText.NONE,
                LocalDate.parse(day).atTime(13, 30).atZone(BRUSSELS).toInstant(),
                LocalDate.parse(day).atTime(17, 0).atZone(BRUSSELS).toInstant(),
                new Session.Venue("Zaal", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Session.Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
    }

    private void publish(Session session) {
        table.write(List.of(room.get(Sessions.class).put(session)));
    }

    private Participant register(String name, RegistrationState state) {
        return register(name, new Language("nl"), state);
    }

    private Participant register(String name, Language language, RegistrationState state) {
        var address = new EmailAddress(name + "@voorbeeld.be");
        var person = address.personAt("sessie");
        var participant = new Participant(
                "sessie", person, name, address, "", "Cluster van " + name, Organisation.Kind.OTHER, "",
                language, state);
        table.write(List.of(Write.put(participant.writeTo(Item.at(Participants.key("sessie", person))))));
        return participant;
    }

    private List<Map<String, AttributeValue>> standing(String prefix, String key) {
        return room.database().client().scanPaginator(scan -> scan.tableName(StartedRoom.TABLE)).items().stream()
                .filter(item -> item.get(key).s().startsWith(prefix))
                .toList();
    }

    private List<String> asked() {
        return standing("feedback#", "sk").stream()
                .map(item -> item.get("to").s())
                .sorted()
                .toList();
    }

    private Map<String, Token> tokens() {
        var path = Pattern.compile("/feedback/([A-Za-z0-9._-]+)");
        return standing("feedback#", "sk").stream().collect(Collectors.toMap(
                item -> item.get("to").s(),
                item -> {
                    var text = path.matcher(item.get("body").m().get("text").s());
                    assertThat(text.find()).isTrue();
                    return new Token(text.group(1));
                }));
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23, 2017-03-24T09:00+01:00", // a Thursday
            "2017-03-24, 2017-03-27T09:00+02:00", // a Friday; the clock changes in the weekend
            "2017-03-25, 2017-03-27T09:00+02:00", // the Saturday before the clock changes
            "2017-10-28, 2017-10-30T09:00+01:00", // and back
            "2017-05-24, 2017-05-26T09:00+02:00", // before Ascension
            "2017-04-14, 2017-04-18T09:00+02:00", // before Easter
            "2017-10-31, 2017-11-02T09:00+01:00" // before All Saints
    })
    void theQuestionComesAtNineOnTheFirstWorkingDayAfter(String day, OffsetDateTime moment) {
        assertThat(requests.askedAt(on(day))).isEqualTo(moment.toInstant());
    }

    @Test
    void nobodyIsAskedBeforeThatMomentNorAtNight() {
        publish(on("2017-03-24"));
        register("jan", RegistrationState.CONFIRMED);

        for (var moment : List.of(
                "2017-03-24T17:30+01:00", "2017-03-25T10:00+01:00", "2017-03-27T08:59:59+02:00",
                "2017-03-27T18:00+02:00")) {
            clock.moveTo(OffsetDateTime.parse(moment).toInstant());
            requests.askAll();
            assertThat(asked()).as(moment).isEmpty();
        }

        clock.moveTo(OffsetDateTime.parse("2017-03-28T09:00+02:00").toInstant());
        requests.askAll();
        assertThat(asked()).containsExactly("jan@voorbeeld.be");
    }

    private void askOnMonday() {
        clock.moveTo(OffsetDateTime.parse("2017-03-27T09:00+02:00").toInstant());
        requests.askAll();
    }

    @Test
    void onlyThoseWhoTookPartAreAsked() {
        publish(on("2017-03-24"));
        for (var state : RegistrationState.values()) {
            register(state.code(), state);
        }

        askOnMonday();

        assertThat(asked()).containsExactly("attended@voorbeeld.be", "confirmed@voorbeeld.be");
    }

    @Test
    void everybodyIsAskedOnceHoweverOftenItRunsAndWhereverItWasCutOff() {
        publish(on("2017-03-24"));
        register("jan", RegistrationState.CONFIRMED);
        askOnMonday();
        requests.askAll();
        var first = tokens();

        // As after a run that was cut off before its end: one more is to be asked, and nothing says that all were.
        register("els", RegistrationState.CONFIRMED);
        var marker = Map.of(
                "pk", AttributeValue.fromS(Sessions.partition("sessie")), "sk", AttributeValue.fromS("MAILING#feedback#1"));
        assertThat(room.database().client().getItem(get -> get.tableName(StartedRoom.TABLE).key(marker)).hasItem())
                .isTrue();
        room.database().client().deleteItem(delete -> delete.tableName(StartedRoom.TABLE).key(marker));
        clock.forward(Duration.ofMinutes(15));
        requests.askAll();
        requests.askAll();

        assertThat(asked()).containsExactly("els@voorbeeld.be", "jan@voorbeeld.be");
        assertThat(tokens()).containsAllEntriesOf(first);
        assertThat(standing("LINK#sessie", "pk")).as("no link without its mail").hasSize(2);
    }

    private static KnowledgeEntry entry(String id, String title, String link, String reference, Instant created) {
        return new KnowledgeEntry(
                id,
                KnowledgeEntry.Kind.MATERIAL,
                new LocalizedText(Map.of("nl", title, "en", "Slides & more")),
                new LocalizedText(Map.of("nl", "Wat we toonden")),
                link,
                reference,
                List.of(),
                Optional.of("sessie"),
                created,
                0);
    }

    private Map<String, AttributeValue> bodyTo(String address) {
        return standing("feedback#", "sk").stream()
                .filter(item -> item.get("to").s().equals(address))
                .findFirst()
                .orElseThrow()
                .get("body")
                .m();
    }

    @Test
    void aBatchThatIsKilledAgainAndAgainAsksEverybodyOnceAndSaysHowFarItCame() {
        publish(on("2017-03-24"));
        var addresses = IntStream.range(0, 330)
                .mapToObj(number -> register("lezer-" + number, RegistrationState.CONFIRMED).email().text())
                .sorted()
                .toList();
        var marks = room.get(Marks.class);
        var random = new Random(20170324);
        clock.moveTo(OffsetDateTime.parse("2017-03-27T09:00+02:00").toInstant());
        int kills = 0;
        var mark = marks.find(Mark.Place.feedback("sessie"));

        while (!mark.done()) {
            assertThat(kills).isLessThan(200);
            Cut.at(
                    1 + random.nextInt(180),
                    random.nextBoolean() ? Cut.Side.AFTER : Cut.Side.BEFORE,
                    Cut.Fate.DIES);
            try {
                requests.askAll();
            } catch (Cut.Died killed) {
                kills++;
            }
            Cut.nowhere();
            var now = marks.find(mark.place());
            assertThat(now.mailed()).isBetween(mark.mailed(), asked().size());
            mark = now;
        }

        assertThat(kills).as("it was killed on the way").isGreaterThan(3);
        assertThat(mark.mailed()).isEqualTo(330);
        assertThat(asked()).isEqualTo(addresses);
        assertThat(tokens()).hasSize(330);
        System.out.printf("330 asked once each by a function that was killed %d times%n", kills);
    }

    @Test
    void theMailSaysWhereToFindWhatBelongsToTheSession() {
        publish(on("2017-03-24"));
        var knowledge = room.get(Knowledge.class);
        var early = Instant.parse("2017-03-20T09:00:00Z");
        table.write(knowledge.add(entry("blad", "Presentatie & meer", "https://example.org/blad?a=1&b=2", "", early)));
        table.write(knowledge.add(entry("map", "Draaiboek", "", "map 3", early.minusSeconds(1))));
        register("jan", new Language("nl"), RegistrationState.CONFIRMED);
        register("eleni", new Language("en"), RegistrationState.CONFIRMED);

        askOnMonday();

        var dutch = bodyTo("jan@voorbeeld.be");
        assertThat(dutch.get("text").s()).contains("""
                Wilt u nog iets nalezen? Dit hoort bij de sessie:

                Presentatie & meer
                Sessiemateriaal
                https://example.org/blad?a=1&b=2

                Draaiboek
                Sessiemateriaal. map 3

                Met vriendelijke groet
                """);
        assertThat(dutch.get("html").s())
                .contains("<a class=\"link\" href=\"https://example.org/blad?a=1&amp;b=2\"")
                .contains("Presentatie &amp; meer</a>");
        assertThat(bodyTo("eleni@voorbeeld.be").get("text").s())
                .contains("Slides & more\nSession material\nhttps://example.org/blad?a=1&b=2\n");
    }

    @Test
    void aSessionWithoutKnowledgeHasAMailWithoutAPlaceForIt() {
        publish(on("2017-03-24"));
        register("jan", RegistrationState.CONFIRMED);

        askOnMonday();

        assertThat(bodyTo("jan@voorbeeld.be").get("text").s()).doesNotContain("hoort bij de sessie");
        assertThat(bodyTo("jan@voorbeeld.be").get("html").s()).doesNotContain("<ul");
    }

    private Collection.Outcome answer(Token token, Map<String, Object> fields) {
        return room.get(Collection.class).answer(token, FeedbackForm.of(new FormText(new HashMap<>(fields))));
    }

    @Test
    void theLastAnswerOfALinkCounts() {
        publish(on("2017-03-24"));
        register("jan", RegistrationState.CONFIRMED);
        register("els", RegistrationState.CONFIRMED);
        askOnMonday();
        var tokens = tokens();

        answer(tokens.get("jan@voorbeeld.be"), Map.of("usefulness", "2", "takeaway", "Eerst"));
        answer(tokens.get("jan@voorbeeld.be"), Map.of("usefulness", "4", "missed", "Daarna"));
        answer(tokens.get("els@voorbeeld.be"), Map.of("usefulness", "5"));

        assertThat(standing("FEEDBACK#", "sk"))
                .extracting(item -> item.get("usefulness").n())
                .containsExactlyInAnyOrder("4", "5");
        assertThat(standing("FEEDBACK#", "sk")).noneMatch(item -> item.containsKey("takeaway"));
    }

    @Test
    void nothingInTheTableLinksAnUnsignedAnswerToARegistration() {
        publish(on("2017-03-24"));
        var jan = register("jan", RegistrationState.CONFIRMED);
        askOnMonday();
        var token = tokens().get("jan@voorbeeld.be");

        // The name and the organisation are left over in the form; without a signature they are dropped.
        var outcome = answer(token, Map.of(
                "usefulness", "4", "attribution", "none", "name", "jan", "organisation", jan.organisation()));

        assertThat(outcome).isEqualTo(new Collection.Outcome.Kept());
        var answer = standing("FEEDBACK#", "sk");
        var link = standing("LINK#sessie", "pk");
        assertThat(answer).hasSize(1);
        assertThat(link).hasSize(1);
        for (var item : List.of(answer.getFirst(), link.getFirst())) {
            assertThat(item.toString())
                    .doesNotContain(jan.person(), jan.email().text(), "jan", jan.organisation(), token.text());
        }
        assertThat(answer.getFirst()).containsOnlyKeys("pk", "sk", "usefulness", "signing");
        var linkHash = link.getFirst().get("sk").s();
        assertThat(answer.getFirst().get("sk").s()).doesNotContain(linkHash);
    }

    @Test
    void aSignedQuoteNeedsItsWordsAndItsName() {
        publish(on("2017-03-24"));
        register("jan", RegistrationState.CONFIRMED);
        askOnMonday();

        assertThat(answer(tokens().get("jan@voorbeeld.be"), Map.of("attribution", "person")))
                .isInstanceOf(Collection.Outcome.Invalid.class);
        assertThat(standing("FEEDBACK#", "sk")).isEmpty();
    }

    @Test
    void aLinkAnswersForNinetyDaysAndForNoOtherSession() {
        publish(on("2017-03-24"));
        register("jan", RegistrationState.CONFIRMED);
        askOnMonday();
        var token = tokens().get("jan@voorbeeld.be");

        assertThat(answer(new Token(token.text().replace("sessie.", "andere.")), Map.of()))
                .isEqualTo(new Collection.Outcome.Nowhere());
        clock.moveTo(on("2017-03-24").end().plus(Duration.ofDays(90)));
        assertThat(answer(token, Map.of("usefulness", "4"))).isEqualTo(new Collection.Outcome.Gone());
        assertThat(standing("FEEDBACK#", "sk")).isEmpty();
    }
}
