package be.leerkring.registration.news;

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

/** When and where a session is to take place instead, as it was filled in. */
public record MoveForm(String date, String start, String end, String venue, String city) {

    static final int LONGEST = 100;

    static final List<String> FIELDS = List.of("date", "start", "end", "venue", "city");

    static MoveForm of(Session session, NetworkTime time) {
        return new MoveForm(
                time.local(session.start()).toLocalDate().toString(),
                time.hour(session.start()),
                time.hour(session.end()),
                session.venue().name(),
                session.venue().city());
    }

    static MoveForm of(FormText text) {
        return new MoveForm(
                text.line("date"), text.line("start"), text.line("end"), text.line("venue"), text.line("city"));
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
        errors.field("venue", venue)
                .required("session-form.venue.missing")
                .longest(LONGEST, "session-form.venue.long")
                .line("session-form.venue.long");
        errors.field("city", city)
                .required("session-form.city.missing")
                .longest(LONGEST, "session-form.city.long")
                .line("session-form.city.long");
        return errors.isEmpty()
                ? Optional.of(new Appointment(from.orElseThrow(), until.orElseThrow(), new Session.Venue(venue, city)))
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
