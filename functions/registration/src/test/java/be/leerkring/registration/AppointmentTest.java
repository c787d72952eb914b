package be.leerkring.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.registration.news.SessionMails;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The appointment that comes with a mail, in the calendar of whoever gets it. */
final class AppointmentTest extends EveryMail {

    private static VEvent event(Mail mail, String method) throws Exception {
        var file = mail.attachments().getFirst();
        assertThat(file.contentType()).isEqualTo("text/calendar; charset=utf-8; method=" + method);
        var text = file.text().replace(Outbox.SITE, "https://abcdefghij.execute-api.eu-west-1.amazonaws.com");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        var calendar = new CalendarBuilder().build(new StringReader(text));
        calendar.validate();
        assertThat(calendar.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo(method);
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, Property.SEQUENCE));
    }

    @Test
    void theAppointmentNamesItsOrganiserAndItsAttendee() throws Exception {
        var event = event(mails("nl").get("confirmed"), "REQUEST");

        assertThat(value(event, Property.UID)).isEqualTo("sessie@leerkring");
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:leernetwerk@example.org");
        assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:eleni@example.org");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.URL)).endsWith("amazonaws.com/sessions/sessie");
    }

    @Test
    void whateverEndsASeatTakesTheAppointmentOutOfTheCalendar() throws Exception {
        var mails = mails("en");
        var request = event(mails.get("confirmed"), "REQUEST");

        for (var purpose : List.of("cancelled", "passed-on", "erased", "called-off", "put-in-line",
                "cancelled-by-organiser")) {
            var cancelled = event(mails.get(purpose), "CANCEL");
            assertThat(value(cancelled, Property.UID)).isEqualTo(value(request, Property.UID));
            assertThat(cancelled.getProperty(Property.STATUS).isPresent())
                    .as(purpose)
                    .isEqualTo(purpose.equals("called-off"));
        }
        for (var purpose : List.of("waiting", "offer", "left-line", "declined", "moved-waiting", "reminder-day",
                "added-waiting", "vouched-waiting", "put-in-line-pending", "cancelled-by-organiser-waiting")) {
            assertThat(mails.get(purpose).attachments()).as(purpose).isEmpty();
        }
    }

    @Test
    void everyChangeHasAHigherSequenceThanTheOneBefore() throws Exception {
        var mails = room.get(RegistrationMails.class);
        var news = room.get(SessionMails.class);
        var confirmed = new Confirmed(core("nl"));
        var moved = session.moved(session.start().plusSeconds(3600), session.end().plusSeconds(3600), session.venue(),
                NOW);
        var cancelled = confirmed.leave(NOW);
        var afterErasure = new Confirmed(Pending.first(confirmed.participant(), NOW.plusSeconds(60)).core());

        assertThat(List.of(
                sequence(event(mails.confirmed(confirmed, session, token()), "REQUEST")),
                sequence(event(news.moved(confirmed, moved, token()), "REQUEST")),
                sequence(event(mails.cancelled(cancelled, moved), "CANCEL")),
                sequence(event(mails.confirmed(afterErasure, moved, token()), "REQUEST"))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23T12:30:00Z, 20170323T133000", // winter time
            "2017-03-28T11:30:00Z, 20170328T133000", // summer time
            "2017-10-27T11:30:00Z, 20171027T133000", // summer time
            "2017-10-30T12:30:00Z, 20171030T133000" // winter time
    })
    void theAppointmentStandsAtTheRightHourOnBothSidesOfBothClockChanges(String start, String local) throws Exception {
        var moved = session.moved(Instant.parse(start), Instant.parse(start).plusSeconds(12_600), session.venue(), NOW);
        var mail = room.get(SessionMails.class)
                .moved(new Confirmed(core("nl")), moved, token());

        var event = event(mail, "REQUEST");

        assertThat(event.<ZonedDateTime>getDateTimeStart().getDate().toInstant()).isEqualTo(Instant.parse(start));
        assertThat(event.<ZonedDateTime>getDateTimeEnd().getDate().toInstant())
                .isEqualTo(Instant.parse(start).plusSeconds(12_600));
        assertThat(mail.attachments().getFirst().text()).contains("DTSTART;TZID=Europe/Brussels:" + local);
    }
}
