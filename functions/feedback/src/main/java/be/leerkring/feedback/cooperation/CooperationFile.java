package be.leerkring.feedback.cooperation;

import be.leerkring.desk.Csv;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cooperations as a file for a spreadsheet. */
final class CooperationFile {

    private static final List<String> COLUMNS = List.of(
            "title", "organisations", "stage", "day", "session", "themes", "story", "link", "consents", "published");

    private CooperationFile() {}

    static String csv(CooperationsSheet sheet, Csv.Separator separator, Texts texts) {
        var lines = new ArrayList<List<String>>();
        lines.add(COLUMNS.stream().map(column -> texts.text("cooperation.file." + column)).toList());
        sheet.shown().forEach(cooperation -> lines.add(line(cooperation, sheet, texts)));
        return Csv.file(lines, separator);
    }

    private static List<String> line(Cooperation cooperation, CooperationsSheet sheet, Texts texts) {
        return Stream.of(
                texts.text(cooperation.title()),
                sheet.names(cooperation.organisations()),
                texts.text("stage." + cooperation.stage().code()),
                cooperation.since().toString(),
                cooperation.beginning().map(beginning -> texts.text(beginning.title())).orElse(""),
                ThemeNames.of(cooperation.themes(), texts),
                texts.text(cooperation.story()),
                cooperation.link(),
                sheet.names(cooperation.organisations().stream()
                        .filter(cooperation.consents()::contains)
                        .toList()),
                texts.text(cooperation.published() ? "cooperation.yes" : "cooperation.no"))
                .toList();
    }
}
