package be.leerkring.programme.session;

import be.leerkring.desk.Change;
import be.leerkring.network.theme.TypedThemes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/** Says a session's values in words that need no explanation. */
@Singleton
final class Wording {

    private final Languages languages;
    private final NetworkTime time;
    private final TypedThemes themes;

    Wording(Languages languages, NetworkTime time, TypedThemes themes) {
        this.languages = languages;
        this.time = time;
        this.themes = themes;
    }

    /** What became of what, for the log that all organisers read: in the language that the network prefers. */
    List<Change> changes(SessionValues from, SessionValues to) {
        var reader = languages.preferred();
        return Merge.of(from, from, to).theirs().stream()
                .map(difference -> Change.between(
                        difference.field(),
                        words(difference.field(), difference.was(), reader),
                        words(difference.field(), difference.theirs(), reader)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A value for this reader; empty for none. */
    String words(String field, String value, Language reader) {
        if (value.isEmpty()) {
            return "";
        }
        var texts = languages.texts(reader);
        return switch (field) {
            case SessionValues.STAGE -> texts.text("session-form.stage." + value);
            case "themes" -> themes.names(value, reader);
            case "date" -> date(LocalDate.parse(value), reader);
            case "opens", "closes", "othersFrom" -> moment(LocalDateTime.parse(value), texts);
            case "audience" -> texts.text("session.audience." + value);
            case "approval" -> texts.text("session-form.approval." + value);
            default -> field.startsWith(QuestionFields.KNOWN) ? texts.text("session-form.asks." + value) : value;
        };
    }

    private static String date(LocalDate date, Language reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(reader.locale()).format(date);
    }

    private String moment(LocalDateTime local, Texts texts) {
        return time.instant(local).map(at -> time.moment(at, texts)).orElseGet(local::toString);
    }
}
