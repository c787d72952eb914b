package be.leerkring.programme.session;

import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is wrong with the dates and hours of a session's form. They are the network's; one that its clock skips in
 * spring is refused, and of one that it shows twice in autumn the first counts.
 */
final class TimesCheck {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final NetworkTime time;
    private final SessionForm form;
    private final FormErrors.Found found;

    TimesCheck(NetworkTime time, SessionForm form, FormErrors.Found found) {
        this.time = time;
        this.form = form;
        this.found = found;
    }

    void appointment() {
        var date = date();
        var start = hour("start");
        var end = hour("end");
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            found.add("end", "session-form.end.early");
        }
        shown(date, start, "start");
        shown(date, end, "end");
    }

    private Optional<LocalDate> date() {
        var date = parse(form.text("date"), LocalDate::parse);
        if (form.text("date").isEmpty()) {
            found.add("date", "session-form.date.missing");
        } else if (date.isEmpty()) {
            found.add("date", "session-form.date.wrong");
        }
        date.ifPresent(day -> plausible(day, "date"));
        return date;
    }

    private Optional<LocalTime> hour(String field) {
        var hour = parse(form.text(field), LocalTime::parse);
        if (form.text(field).isEmpty()) {
            found.add(field, "session-form." + field + ".missing");
        } else if (hour.isEmpty()) {
            found.add(field, "session-form.time.wrong");
        }
        return hour;
    }

    void programme() {
        var date = parse(form.text("date"), LocalDate::parse);
        for (int row = 0; row < form.rows().size(); row++) {
            var typed = form.rows().get(row).time();
            var field = "item-" + row + "-time";
            var hour = parse(typed, LocalTime::parse);
            if (typed.isEmpty()) {
                found.add(field, "session-form.item.time.missing");
            } else if (hour.isEmpty()) {
                found.add(field, "session-form.time.wrong");
            }
            shown(date, hour, field);
        }
    }

    void admission() {
        var opens = moment("opens");
        var closes = moment("closes");
        var _ = moment("othersFrom");
        if (opens.isPresent() && closes.isPresent() && !opens.get().isBefore(closes.get())) {
            found.add("closes", "session-form.closes.early");
        }
    }

    private Optional<LocalDateTime> moment(String field) {
        var moment = parse(form.text(field), LocalDateTime::parse);
        if (!form.text(field).isEmpty() && moment.isEmpty()) {
            found.add(field, "session-form.moment.wrong");
        }
        moment.ifPresent(at -> plausible(at.toLocalDate(), field));
        shown(moment.map(LocalDateTime::toLocalDate), moment.map(LocalDateTime::toLocalTime), field);
        return moment;
    }

    private static <T> Optional<T> parse(String text, Function<String, T> parser) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private void plausible(LocalDate day, String field) {
        if (!isPlausible(day)) {
            found.add(field, "session-form.year");
        }
    }

    /** Whether the year can be meant: a browser takes one of which only the last digits were typed. */
    static boolean isPlausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private void shown(Optional<LocalDate> date, Optional<LocalTime> hour, String field) {
        if (date.isPresent() && hour.isPresent() && time.instant(date.get().atTime(hour.get())).isEmpty()) {
            found.add(field, "session-form.skipped");
        }
    }
}
