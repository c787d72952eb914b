package be.leerkring.local.sample;

import be.leerkring.feedback.Answer;
import be.leerkring.feedback.Answers;
import be.leerkring.feedback.Citation;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Quotes;
import be.leerkring.network.voice.Replies;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Write;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people said of the first session: made up, each answer in the place of a real one. */
public final class SampleAnswers {

    private static final int ANSWERS = 24;

    /** Three are on the site, and two wait for an organiser. */
    private static final int PUBLISHED = 3;

    private static final List<Citation> CITATIONS = List.of(
            citation("Een goede start. Hoe we concreet gaan samenwerken, dat zoeken we nu samen uit.",
                    "Bedrijfsnetwerk 4"),
            citation("Het contact met de andere organisaties en met de partners van het agentschap "
                    + "was voor mij het beste van de dag.",
                    "Bedrijfsnetwerk 9"),
            citation("Bedankt voor sessies waar we echt iets aan hebben.", "Bedrijfsnetwerk 12"),
            citation("In één namiddag sprak ik meer collega’s dan vorig jaar in totaal.", "Bedrijfsnetwerk 7"),
            citation("Nu weet ik wie ik moet bellen.", "Bedrijfsnetwerk 13"));

    private static final List<String> TAKEAWAYS = List.of(
            "Een naam bij het agentschap voor onze vragen over staatssteun.",
            "Drie netwerken die met dezelfde leden werken als wij.",
            "Het idee om onze ledenbevraging samen te doen.",
            "Dat ook anderen worstelen met het betrekken van kleine bedrijven.",
            "Een afspraak met een speerpuntcluster over een gezamenlijk project.",
            "De diensten van de innovatiecentra: die kende ik niet allemaal.",
            "Goesting om volgende keer een collega mee te brengen.");

    private static final List<String> MISSED = List.of(
            "Meer tijd per gesprek: vijf minuten is kort.",
            "Een deelnemerslijst vooraf.",
            "Een voorbeeld van een samenwerking die al loopt.",
            "Parkeerplaats in de buurt.");

    private final Answers answers;
    private final Figures figures;
    private final Quotes quotes;
    private final Replies replies;

    public SampleAnswers(ApplicationContext context) {
        this.answers = context.getBean(Answers.class);
        this.figures = context.getBean(Figures.class);
        this.quotes = context.getBean(Quotes.class);
        this.replies = context.getBean(Replies.class);
    }

    private static Citation citation(String words, String organisation) {
        return new Citation(
                words, Citation.Attribution.ORGANISATION, "", organisation + " (voorbeeldnaam)");
    }

    /** The writes of each answer, and of what organisers replied, each a transaction of its own. */
    public Stream<List<Write>> writes(Session session) {
        return Stream.concat(
                IntStream.range(0, ANSWERS).mapToObj(place -> writes(session, place)),
                Stream.of(List.of(replies.put(session.id(), reply()))));
    }

    private List<Write> writes(Session session, int place) {
        var answer = answer(place);
        var given = KeptAnswer.first(session.id(), "sample-" + place, answer);
        var counted = figures.count(session, Optional.empty(), Optional.of(answer.marks()));
        return place < PUBLISHED
                ? List.of(
                        answers.put(session, new KeptAnswer(session.id(), given.id(), answer, false, 0)),
                        counted,
                        quotes.publish(session, given.quote()))
                : List.of(answers.put(session, given), counted);
    }

    private static Answer answer(int place) {
        return new Answer(
                OptionalInt.of(place < CITATIONS.size() ? 5 : 3 + place % 3),
                OptionalInt.of(place < CITATIONS.size() ? 9 : 6 + place % 5),
                text(TAKEAWAYS, place - 2),
                text(MISSED, place - 7),
                place < CITATIONS.size() ? CITATIONS.get(place) : Citation.NONE,
                new Language("nl"),
                place % 4 == 0
                        ? Organisation.Kind.SPEARHEAD_CLUSTER
                        : Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK);
    }

    private static String text(List<String> texts, int place) {
        return place >= 0 && place < texts.size() ? texts.get(place) : "";
    }

    private static Reply reply() {
        return Reply.NONE.with(new LocalizedText(Map.of(
                "nl", "U krijgt de deelnemerslijst voortaan een week vooraf.\nElk gesprek duurt zes minuten.",
                "en", "From now on you get the list of participants a week in advance.\n"
                        + "Each conversation takes six minutes.")));
    }
}
