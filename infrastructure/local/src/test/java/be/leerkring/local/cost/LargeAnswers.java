package be.leerkring.local.cost;

import be.leerkring.feedback.Answer;
import be.leerkring.feedback.Answers;
import be.leerkring.feedback.Citation;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people said of the session that the pages are about; a tenth of it waits to be judged. */
final class LargeAnswers {

    private static final int ANSWERS = 800;

    private final Table table;
    private final Figures figures;
    private final Answers answers;

    LargeAnswers(ApplicationContext context) {
        this.table = context.getBean(Table.class);
        this.figures = context.getBean(Figures.class);
        this.answers = context.getBean(Answers.class);
    }

    Stream<Write> writes(Session session) {
        return IntStream.range(0, ANSWERS).mapToObj(number -> answers.put(session, answer(session, number)));
    }

    /** Counts an answer about each of the sessions. */
    void count(Stream<Session> sessions) {
        var marks = new Figures.Marks(OptionalInt.of(4), OptionalInt.of(8));
        sessions.forEach(session -> table.attempt(
                List.of(figures.count(session, Optional.empty(), Optional.of(marks)))));
    }

    private static KeptAnswer answer(Session session, int number) {
        var sentence = new Citation(
                "Wat iemand zei, met nummer " + number, Citation.Attribution.ORGANISATION, "", "Een netwerk");
        return KeptAnswer.first(session.id(), "antwoord-" + number, new Answer(
                OptionalInt.of(1 + number % 5),
                OptionalInt.of(number % 11),
                "Wat iemand meeneemt, in een zin of twee. ".repeat(3) + number,
                "Wat iemand miste, in een zin of twee. ".repeat(3) + number,
                number % 10 == 0 ? sentence : Citation.NONE,
                new Language("nl"),
                Organisation.Kind.values()[number % 3]));
    }
}
