package be.leerkring.speeddating.announcement;

import be.leerkring.meetings.plan.OwnDates;
import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mail that tells somebody whom they meet at the speed-dating, round by round. */
@Singleton
final class SpeedDatesMail {

    static final String PURPOSE = "speed-dates";

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    SpeedDatesMail(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /**
     * The mail to one participant.
     *
     * @param number tells it from others of its kind
     * @param renewed whether they were mailed another list before
     */
    Mail to(Participant reader, Session session, OwnDates dates, long number, boolean renewed, Token token) {
        var texts = languages.texts(reader.language());
        var letter = new Letter(
                texts.text("mail.speed-dates.subject", texts.text(session.title())),
                texts.words(session.title()),
                texts.text("letter.greeting", reader.name()),
                List.of(
                        new Letter.Paragraph(
                                texts.text(renewed ? "mail.speed-dates.renewed" : "mail.speed-dates.text")),
                        facts(session, texts),
                        new Letter.Steps(
                                dates.dates().stream().map(date -> step(date, texts)).toList()),
                        new Letter.Button(texts.text("mail.speed-dates.button"), OwnLink.path(token)),
                        new Letter.Paragraph(texts.text("mail.speed-dates.later"))),
                texts.text("letter.closing"),
                texts.text("mail.speed-dates.reason", network.inSentence(texts.language())));
        return new Mail(
                PURPOSE,
                reader.subject(),
                number,
                reader.email().text(),
                reader.language(),
                letter,
                List.of(),
                false,
                false);
    }

    private Letter.Facts facts(Session session, Texts texts) {
        var language = texts.language();
        return new Letter.Facts(List.of(
                new Letter.Fact(texts.text("mail.session"), texts.words(session.title())),
                new Letter.Fact(
                        texts.text("mail.when"),
                        time.date(session.start(), language)
                                + ", "
                                + texts.text(
                                        "session.hours",
                                        time.hour(session.start(), texts),
                                        time.hour(session.end(), texts))),
                new Letter.Fact(texts.text("mail.where"), session.venue().text())));
    }

    /** The table stands first: it is what one looks for when the round begins. */
    private Letter.Step step(OwnDates.Date date, Texts texts) {
        var round = texts.text("speed-dating.round", date.round());
        var hour = date.start().map(start -> texts.text("speed-dating.hour", time.hour(start, texts)));
        return date.table()
                .map(table -> new Letter.Step(
                        texts.text("speed-dating.table", table),
                        Stream.concat(Stream.of(round), hour.stream()).collect(Collectors.joining(" · ")),
                        date.others().stream().map(one -> words(one, texts)).collect(Collectors.joining("; "))))
                .orElseGet(() -> new Letter.Step(round, hour.orElse(""), texts.text("my.dates.free")));
    }

    private static String words(Seatmate one, Texts texts) {
        Interests interests = one.interests();
        var known = Stream.of(
                themes("speed-dating.seeks", interests.seeks(), texts),
                themes("speed-dating.offers", interests.offers(), texts))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        var name = one.name().isEmpty() ? texts.text("speed-dating.erased") : one.name();
        return name + ", " + one.organisation() + (known.isEmpty() ? "" : " (" + known + ")");
    }

    private static String themes(String key, List<String> themes, Texts texts) {
        return themes.isEmpty() ? "" : texts.text(key) + " " + ThemeNames.of(themes, texts);
    }
}
