package be.leerkring.programme.session;

import be.leerkring.network.session.Question;
import be.leerkring.network.session.Session;
import be.leerkring.network.theme.TypedThemes;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** What is wrong with a session's form, whether everybody sees the session or not. */
@Singleton
public final class SessionCheck {

    static final int LONGEST_TITLE = 150;
    static final int LONGEST_SUMMARY = 1200;

    private static final int MOST_THEMES = 10;
    private static final int MOST = 1000;

    private final Languages languages;
    private final NetworkTime time;
    private final TypedThemes themes;
    private final Clock clock;

    SessionCheck(Languages languages, NetworkTime time, TypedThemes themes, Clock clock) {
        this.languages = languages;
        this.time = time;
        this.themes = themes;
        this.clock = clock;
    }

    /** What keeps this form from being saved. */
    FormErrors.Found check(SessionForm form) {
        var found = new FormErrors.Found();
        var times = new TimesCheck(time, form, found);
        texts(form, found);
        if (!isAsItWas(form)) {
            times.appointment();
        }
        form.venue().check(found);
        programme(form, found);
        times.programme();
        audience(form, found);
        times.admission();
        numbers(form, found);
        questions(form, found);
        return found;
    }

    private void texts(SessionForm form, FormErrors.Found found) {
        found.field(title(), form.text(title())).required("session-form.title.missing");
        for (var language : languages.all()) {
            line(form, "title-" + language, LONGEST_TITLE, "session-form.title.long", found);
            found.field("summary-" + language, form.text("summary-" + language))
                    .longest(LONGEST_SUMMARY, "session-form.summary.long")
                    .lines("session-form.characters");
        }
        var ids = themes.ids(form.text("themes"));
        found.field("themes", form.text("themes"))
                .wrong(ids.contains("") || ids.size() > MOST_THEMES, "session-form.themes.wrong");
    }

    /** What an organiser didn't touch need not be what this form could make, such as hours across midnight. */
    private static boolean isAsItWas(SessionForm form) {
        return List.of("date", "start", "end").stream()
                .allMatch(field -> !form.text(field).isEmpty() && form.text(field).equals(form.base().text(field)));
    }

    private void programme(SessionForm form, FormErrors.Found found) {
        if (form.rows().size() > SessionForm.MOST_ROWS) {
            found.add("item-0-time", "session-form.item.many");
        }
        for (int row = 0; row < form.rows().size(); row++) {
            if (form.rows().get(row).isWithoutTitle()) {
                found.add("item-" + row + "-" + languages.preferred(), "session-form.item.missing");
            }
            for (var language : languages.all()) {
                found.field("item-" + row + "-" + language, form.rows().get(row).title(language))
                        .longest(LONGEST_TITLE, "session-form.title.long")
                        .line("session-form.characters");
            }
        }
    }

    private static void audience(SessionForm form, FormErrors.Found found) {
        if (Arrays.stream(Session.Audience.values()).noneMatch(one -> one.name().equals(form.text("audience")))) {
            found.add("audience", "session-form.audience.missing");
        }
    }

    private static void numbers(SessionForm form, FormErrors.Found found) {
        var wrong = new FormErrors.Found();
        for (var field : List.of("kept", "mostOfOne", "capacity")) {
            wrong.field(field, form.text(field)).within(0, MOST, "session-form.number.wrong");
        }
        if (wrong.isEmpty() && number(form, "kept") > number(form, "capacity")) {
            wrong.add("kept", "session-form.kept.many");
        }
        found.add(wrong);
    }

    private void questions(SessionForm form, FormErrors.Found found) {
        for (var number : form.questions()) {
            for (var language : languages.all()) {
                line(form, QuestionFields.field(number) + "-" + language, QuestionFields.LONGEST,
                        "session-form.question.long", found);
            }
        }
        found.field(QuestionFields.known().getFirst(), "")
                .wrong(QuestionFields.count(form.typed()) > Question.MOST, "session-form.questions.many");
    }

    private static int number(SessionForm form, String field) {
        return form.text(field).isEmpty() ? 0 : Integer.parseInt(form.text(field));
    }

    private static void line(SessionForm form, String field, int longest, String key, FormErrors.Found found) {
        found.field(field, form.text(field)).longest(longest, key).line("session-form.characters");
    }

    /** Whether the session would have begun by now. */
    boolean isPast(SessionValues values) {
        var start = LocalDate.parse(values.text("date")).atTime(LocalTime.parse(values.text("start")));
        return time.instant(start).filter(clock.instant()::isBefore).isEmpty();
    }

    private String title() {
        return "title-" + languages.preferred();
    }
}
