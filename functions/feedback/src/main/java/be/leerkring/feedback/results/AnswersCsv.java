package be.leerkring.feedback.results;

import be.leerkring.desk.Csv;
import be.leerkring.platform.web.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What people said of a session, as a file for a spreadsheet: question by question, each with its marks or its texts. A
 * line is never a person.
 */
final class AnswersCsv {

    private AnswersCsv() {}

    /** The whole file, its byte order mark included. */
    static String write(AnswersSheet sheet, Csv.Separator separator, View view) {
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.of("question", "answer", "number", "signature")
                .map(column -> view.text("answers.column." + column))
                .toList());
        sheet.showable().forEach(scale -> IntStream.rangeClosed(scale.least(), scale.most())
                .mapToObj(mark -> List.of(
                        view.text("feedback." + scale.name()),
                        Integer.toString(mark),
                        Integer.toString(scale.count(mark)),
                        ""))
                .forEach(lines::add));
        texts(view.text("feedback.takeaway"), sheet.takeaways()).forEach(lines::add);
        texts(view.text("feedback.missed"), sheet.missed()).forEach(lines::add);
        sheet.quotes().forEach(said -> lines.add(List.of(
                view.text("answers.quotes"), said.quote().text(), "", said.quote().signature())));
        texts(view.text("answers.unsigned"), sheet.unsigned()).forEach(lines::add);
        return Csv.file(lines, separator);
    }

    private static Stream<List<String>> texts(String question, List<String> texts) {
        return texts.stream().map(text -> List.of(question, text, "", ""));
    }
}
