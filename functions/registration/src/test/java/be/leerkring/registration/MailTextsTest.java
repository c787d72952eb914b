package be.leerkring.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.registration.messages.Message;
import be.leerkring.registration.messages.MessageGroup;
import be.leerkring.registration.messages.MessageMail;
import be.leerkring.registration.news.Reminder;
import be.leerkring.registration.news.SessionMails;
import be.leerkring.registration.people.OrganiserMails;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Core;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mail of this room as its reader gets it, held against the files in {@code src/test/resources/mails}. To accept
 * what changed, delete a file and run this: it is written anew, and the run fails once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailTextsTest {

    private static final Path FILES = Path.of("src/test/resources/mails");
    private static final Instant NOW = Instant.parse("2017-03-06T09:00:00Z");

    private final RegistrationRoom room = new RegistrationRoom(MovableClock.at(NOW));
    private final Session session = RegistrationRoom.session("sessie", AdmissionRules.NONE);

    @AfterAll
    void close() {
        room.close();
    }

    private static Core core(String language) {
        var address = new EmailAddress("eleni@example.org");
        var participant = new Participant(
                "sessie",
                address.personAt("sessie"),
                "Ελένη Παπαδοπούλου",
                address,
                "",
                "Ένωση",
                Organisation.Kind.OTHER,
                "",
                new Language(language),
                RegistrationState.PENDING);
        return new Core(participant, NOW.getEpochSecond() + 1, NOW, NOW);
    }

    private Token token() {
        return room.get(Links.class).issue("test", "sessie.eleni", NOW).token();
    }

    private Map<String, Mail> mails(String language) {
        var mails = room.get(RegistrationMails.class);
        var line = room.get(WaitingListMails.class);
        var news = room.get(SessionMails.class);
        var core = core(language);
        var pending = new Pending(core, Optional.empty(), false);
        var confirmed = new Confirmed(core);
        var waiting = new Waiting(core, true, Optional.empty());
        var unapproved = new Waiting(core, false, Optional.empty());
        var offered = new Offered(core, Instant.parse("2017-03-07T09:00:00Z"));
        var cancelled = new Cancelled(core, Cancelled.Ending.OWN, "");
        var all = List.of(
                mails.confirmRequest(pending, session, token()),
                mails.confirmReminder(pending, session, token()),
                mails.passRequest(pending, session, token(), "An Peeters"),
                mails.confirmed(confirmed, session, token()),
                mails.waiting(waiting, session, token()),
                mails.waiting(unapproved, session, token()),
                mails.already(confirmed, session, token()),
                mails.cancelled(cancelled, session),
                mails.declined(cancelled, session),
                mails.leftLine(cancelled, session),
                mails.passedOn(cancelled, session, "Bo Maes"),
                mails.erased(cancelled, session, true),
                line.offer(offered, session, token()),
                line.lapsed(cancelled, session),
                news.reminder(confirmed, session, Reminder.WEEK, token()),
                news.reminder(confirmed, session, Reminder.DAY, token()),
                news.moved(confirmed, session, token()),
                news.calledOff(confirmed, session));
        var named = new TreeMap<String, Mail>(
                all.stream().collect(Collectors.toMap(Mail::purpose, mail -> mail)));
        for (var group : List.of("confirmed", "waiting", "attended", "absent", "organisation ~ένωση")) {
            var message = message(group);
            named.put(
                    "message-" + message.group().kind(),
                    room.get(MessageMail.class).to(confirmed, session, message, token()));
        }
        named.put("already-waiting", mails.already(waiting, session, token()));
        named.put("moved-waiting", news.moved(waiting, session, token()));
        var organisers = room.get(OrganiserMails.class);
        var calledOff = confirmed.callOff("De zaal is te klein.\n\nBel ons gerust: 02 123 45 67.", NOW);
        for (var mail : List.of(
                organisers.added(confirmed, session, token()),
                organisers.added(waiting, session, token()),
                organisers.vouched(confirmed, session, token()),
                organisers.vouched(waiting, session, token()),
                organisers.putInLine(waiting, session, token(), true),
                organisers.calledOff(calledOff, session, true))) {
            named.put(mail.purpose(), mail);
        }
        named.put("put-in-line-pending", organisers.putInLine(waiting, session, token(), false));
        named.put("cancelled-by-organiser-waiting", organisers.calledOff(calledOff, session, false));
        return named;
    }

    private static Message message(String group) {
        return new Message(
                "sessie",
                NOW.toEpochMilli(),
                NOW,
                "organisator@example.org",
                new Message.MessageText(
                        new LocalizedText(Map.of("nl", "Breng uw agenda mee", "en", "Bring your diary")),
                        new LocalizedText(Map.of(
                                "nl",
                                "We prikken samen een datum.\nBreng dus mee:\n- uw agenda\n- een pen\n\nTot dan!",
                                "en",
                                "We will find a date together.\nSo bring:\n- your diary\n- a pen\n\nSee you then!"))),
                new MessageGroup(group),
                "",
                List.of(),
                0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyMailSaysWhatItSaid(String language) throws IOException {
        var written = new ArrayList<Path>();
        for (var mail : mails(language).entrySet()) {
            var text = "Subject: " + mail.getValue().letter().subject() + "\n\n" + text(mail.getValue());
            var file = FILES.resolve(mail.getKey() + "." + language + ".txt");
            if (!Files.exists(file)) {
                Files.createDirectories(FILES);
                Files.writeString(file, text, UTF_8);
                written.add(file);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file, UTF_8));
        }
        assertThat(written).as("were written anew: look at them, and run this again").isEmpty();
    }

    private String text(Mail mail) {
        var outbox = room.get(Outbox.class);
        var write = mail.optional() ? outbox.putOptional(mail).getFirst() : outbox.put(mail);
        return write.item()
                .map("body")
                .required("text")
                .replaceAll("/(confirm|my|unsubscribe)/[\\w.-]+", "/$1/…")
                .replace("\r\n", "\n");
    }

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
            assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
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
