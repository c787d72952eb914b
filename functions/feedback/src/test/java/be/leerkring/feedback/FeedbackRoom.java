package be.leerkring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.MovableClock;
import be.leerkring.feedback.ask.AskingForFeedback;
import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Letters;
import be.leerkring.platform.mail.MailBodies;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import be.leerkring.testing.StartedRoom;
import be.leerkring.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The room after a session, with whoever took part. */
public final class FeedbackRoom implements AutoCloseable {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-24T06:00:00Z"));
    private final StartedRoom room = StartedRoom.at(clock);

    public <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    public MovableClock clock() {
        return clock;
    }

    public TestDatabase database() {
        return room.database();
    }

    private void write(Write... writes) {
        assertThat(get(Table.class).write(List.of(writes))).isInstanceOf(WriteOutcome.Written.class);
    }

    /** A session on this day, from half past one to five in Brussels. */
    public static Session on(String day) {
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
                Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
    }

    public void publish(Session session) {
        write(get(Sessions.class).put(session));
    }

    /** Somebody has closed it, so that it is known who was there. */
    public void closed(Session session) {
        var present = get(Participants.class)
                .now(session.id())
                .filter(participant -> participant.state().tookPart())
                .collect(Collectors.toMap(Participant::kind, _ -> new Heads(1, 0, 0, 0), Heads::plus));
        get(Table.class).attempt(List.of(get(Figures.class).close(
                session,
                new SessionFigures(
                        session.id(), session.title(), session.start(), clock.instant(), 0, true, present,
                        List.of(), 0, 0, 0, PairsMet.NONE))));
    }

    public Participant register(String name, RegistrationState state) {
        return register(name, new Language("nl"), state);
    }

    public Participant register(String name, Language language, RegistrationState state) {
        return register(name, language, state, Organisation.Kind.OTHER);
    }

    private Participant register(
            String name, Language language, RegistrationState state, Organisation.Kind kind) {
        var address = new EmailAddress(name + "@voorbeeld.be");
        var person = address.derive("sessie");
        var participant = new Participant(
                "sessie", person, name, address, "", "Cluster van " + name, kind, "",
                language, state);
        return register(participant);
    }

    public Participant register(Participant participant) {
        write(Write.put(participant.writeTo(Item.at(Participants.key("sessie", participant.person())))));
        return participant;
    }

    /** The items whose key of this name begins so. */
    public List<Map<String, AttributeValue>> standing(String prefix, String key) {
        return database().client().scanPaginator(scan -> scan.tableName(TestDatabase.TABLE)).items().stream()
                .filter(item -> item.get(key).s().startsWith(prefix))
                .toList();
    }

    /** The addresses to which the question was mailed, sorted. */
    public List<String> asked() {
        return standing("feedback#", "sk").stream()
                .map(item -> item.get("to").s())
                .sorted()
                .toList();
    }

    /** The links that were mailed, by address. */
    public Map<String, Token> tokens() {
        var path = Pattern.compile("/feedback/([A-Za-z0-9._-]+)");
        return standing("feedback#", "sk").stream().collect(Collectors.toMap(
                item -> item.get("to").s(),
                item -> {
                    var text = path.matcher(text(Item.of(item)));
                    assertThat(text.find()).isTrue();
                    return new Token(text.group(1));
                }));
    }

    /** Publishes the session of Friday, registers so many people for it and asks them; their tokens, by address. */
    public Map<String, Token> asked(int people) {
        return asked(people, _ -> Organisation.Kind.OTHER);
    }

    /** The same, with the kind of the organisation of each. */
    public Map<String, Token> asked(int people, IntFunction<Organisation.Kind> kind) {
        publish(on("2017-03-24"));
        IntStream.range(0, people).forEach(number -> register(
                "lezer-" + number, new Language("nl"), RegistrationState.ATTENDED, kind.apply(number)));
        askOnMonday();
        return tokens();
    }

    /** Sends the form behind a mailed link, as a browser does. */
    public Answer answer(Token token, String... namesAndValues) {
        var fields = new HashMap<String, String>();
        for (int name = 0; name < namesAndValues.length; name += 2) {
            fields.put(namesAndValues[name], namesAndValues[name + 1]);
        }
        return room.reader("", "nl").post("/feedback/" + token.text(), fields);
    }

    /** Somebody who reads a page of the site. */
    public Reader reader() {
        return room.reader("", "nl");
    }

    /** An organiser who is signed in. */
    public Reader organiser() {
        var issued = get(SignIns.class).issue("test", new Organiser("an@example.org"));
        write(issued.write());
        return room.reader("__Host-desk=" + issued.token().text(), "nl");
    }

    /** The tally of the session's answers. */
    public Optional<AnswerTally> tally() {
        var session = on("2017-03-24");
        var figures = get(Figures.class);
        return figures.tallyIn(get(Table.class).read(List.of(figures.tallyKey(session))), session);
    }

    /** Asks about a session that was on the Friday before, and is closed by then. */
    public void askOnMonday() {
        clock.moveTo(OffsetDateTime.parse("2017-03-27T09:00+02:00").toInstant());
        closed(on("2017-03-24"));
        get(AskingForFeedback.class).askAll();
    }

    /** The mail that asked whoever has this address. */
    public Item mailTo(String address) {
        return standing("feedback#", "sk").stream()
                .filter(item -> item.get("to").s().equals(address))
                .findFirst()
                .map(Item::of)
                .orElseThrow();
    }

    /** The plain text of the mail in this item. */
    public String text(Item mail) {
        return get(Letters.class).plainText(letter(mail), language(mail), unsubscribe(mail));
    }

    /** The HTML of the mail in this item. */
    public String html(Item mail) {
        return get(Letters.class).html(letter(mail), language(mail), unsubscribe(mail));
    }

    private Letter letter(Item mail) {
        return get(MailBodies.class).in(mail).letter();
    }

    private static Language language(Item mail) {
        return new Language(mail.required("language"));
    }

    private static Optional<String> unsubscribe(Item mail) {
        return Optional.of(mail.text("unsubscribe", "")).filter(way -> !way.isEmpty());
    }

    @Override
    public void close() {
        room.close();
    }
}
