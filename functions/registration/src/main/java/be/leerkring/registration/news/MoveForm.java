package be.leerkring.registration.news;

import be.leerkring.desk.VenueForm;
import be.leerkring.network.session.Appointment;
import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.time.TypedTime;
import be.leerkring.platform.time.TypedTimes;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When and where a session is to take place instead, as it was filled in. */
public record MoveForm(String date, String start, String end, VenueForm venue) {

    static MoveForm of(Session session, NetworkTime time) {
        return new MoveForm(
                time.local(session.start()).toLocalDate().toString(),
                time.hour(session.start()),
                time.hour(session.end()),
                VenueForm.of(session.venue()));
    }

    static MoveForm of(FormText text) {
        return new MoveForm(text.line("date"), text.line("start"), text.line("end"), VenueForm.of(text));
    }

    /** The names of all fields, from top to bottom. */
    List<String> fields() {
        return Stream.concat(Stream.of("date", "start", "end"), venue.typed().keySet().stream()).toList();
    }

    /**
     * Reads it.
     *
     * @param errors gets what is wrong
     * @return empty where something is
     */
    Optional<Appointment> read(TypedTimes times, Instant now, FormErrors.Found errors) {
        var from = moment(times, "start", start, errors);
        var until = moment(times, "end", end, errors);
        if (from.filter(moment -> !moment.isAfter(now)).isPresent()) {
            errors.add("date", "session-form.date.past");
        }
        if (from.isPresent() && until.filter(moment -> !moment.isAfter(from.get())).isPresent()) {
            errors.add("end", "session-form.end.early");
        }
        venue.required(errors);
        venue.check(errors);
        return errors.isEmpty()
                ? Optional.of(new Appointment(from.orElseThrow(), until.orElseThrow(), venue.venue()))
                : Optional.empty();
    }

    private Optional<Instant> moment(TypedTimes times, String field, String hour, FormErrors.Found errors) {
        return switch (times.read(date, hour)) {
            case TypedTime.Moment(var instant) -> Optional.of(instant);
            case TypedTime.Wrong(var wrongDate, var wrongHour) -> {
                wrongDate.ifPresent(key -> errors.add("date", key));
                wrongHour.ifPresent(key -> errors.add(field, key));
                yield Optional.empty();
            }
        };
    }
}
