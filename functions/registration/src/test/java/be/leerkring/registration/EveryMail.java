package be.leerkring.registration;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Outlook;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Appointment;
import be.leerkring.network.session.News;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.closing.ClosingMails;
import be.leerkring.registration.line.UnreachableMail;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Every mail that a participant or an organiser can get, about the same session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryMail {

    static final Instant NOW = Instant.parse("2017-03-06T09:00:00Z");
    private static final LocalizedText REASON = new LocalizedText(Map.of(
            "nl", "In de Muntpunt wordt gewerkt.\n\nWie hulp zoekt, belt ons.",
            "en", "There is building work at Muntpunt.\n\nCall us if you need help."));
    final RegistrationRoom room = new RegistrationRoom(MovableClock.at(NOW));
    final Session session = RegistrationRoom.session("sessie", AdmissionRules.NONE);
    private final Session limited = RegistrationRoom.session("sessie", new AdmissionRules(
            Optional.empty(), Optional.empty(), Optional.empty(), 2, 2, true));

    @AfterAll
    void close() {
        room.close();
    }

    static Core core(String language) {
        return core(language, "Ελένη Παπαδοπούλου");
    }

    private static Core core(String language, String name) {
        var address = new EmailAddress("eleni@example.org");
        var participant = new Participant(
                "sessie",
                address.derive("sessie"),
                name,
                address,
                "",
                "Ένωση",
                Organisation.Kind.OTHER,
                "",
                new Language(language),
                RegistrationState.PENDING);
        return new Core(participant, NOW.getEpochSecond() + 1, NOW, NOW);
    }

    Token token() {
        return room.get(Links.class).issue("test", "sessie.eleni", NOW).token();
    }

    Map<String, Mail> mails(String language) {
        var mails = room.get(RegistrationMails.class);
        var line = room.get(WaitingListMails.class);
        var news = room.get(SessionMails.class);
        var core = core(language);
        var pending = new Pending(core, Optional.empty(), false, false);
        var confirmed = new Confirmed(core);
        var waiting = new Waiting(core, true, Optional.empty());
        var unapproved = new Waiting(core, false, Optional.empty());
        var offered = new Offered(core, Instant.parse("2017-03-07T09:00:00Z"));
        var cancelled = new Cancelled(core, Cancelled.Ending.OWN, "");
        var all = List.of(
                mails.confirmRequest(pending, session, Outlook.SEAT, token(), List.of("Bo Peeters")),
                mails.confirmReminder(pending, session, Outlook.SEAT, token()),
                mails.passRequest(pending, session, token(), "An Peeters", List.of()),
                mails.confirmed(confirmed, session, token()),
                mails.waiting(waiting, session, Outlook.FULL, token()),
                mails.waiting(unapproved, session, Outlook.APPROVAL, token()),
                mails.already(confirmed, session, token()),
                mails.addressRequest(
                        confirmed,
                        session,
                        AddressChange.ask(
                                PersonKey.of(confirmed.participant().subject()).orElseThrow(),
                                new EmailAddress("eleni.papadopoulou@example.org"), token(), NOW),
                        token()),
                mails.addressChanged(confirmed, session, token()),
                mails.addressLeft(confirmed, session, true),
                mails.cancelled(cancelled, session),
                mails.declined(cancelled, session, true),
                mails.leftLine(cancelled, session),
                mails.passedOn(cancelled, session, "Bo Maes"),
                mails.erased(cancelled, session, true),
                line.offer(offered, session, token()),
                line.lapsed(cancelled, session, true),
                news.reminder(confirmed, session, Reminder.WEEK, token()),
                news.reminder(confirmed, session, Reminder.DAY, token()),
                news.moved(confirmed, moved(), token()),
                news.calledOff(confirmed, session.calledOff(NOW)));
        var named = new TreeMap<String, Mail>(
                all.stream().collect(Collectors.toMap(Mail::purpose, mail -> mail)));
        for (var group : List.of("confirmed", "waiting", "attended", "absent", "organisation ~ένωση")) {
            var message = message(group);
            named.put(
                    "message-" + message.group().kind(),
                    room.get(MessageMail.class).to(confirmed, session, message, token()));
        }
        var odd = new Pending(core(language, "WIN 500 EUR op www.evil.example"), Optional.empty(), false, false);
        named.put("confirm-request-odd", mails.confirmRequest(odd, session, Outlook.SEAT, token(), List.of()));
        named.put("pass-request-odd", mails.passRequest(odd, session, token(), "Bel +32 900 12345", List.of()));
        for (var outlook : List.of(Outlook.FULL, Outlook.LIMIT, Outlook.KEPT, Outlook.APPROVAL)) {
            named.put("confirm-request-" + outlook.code(),
                    mails.confirmRequest(pending, limited, outlook, token(), List.of()));
        }
        named.put("confirm-reminder-waiting", mails.confirmReminder(pending, limited, Outlook.FULL, token()));
        named.put("confirm-reminder-approval", mails.confirmReminder(pending, limited, Outlook.APPROVAL, token()));
        named.put("waiting-limit", mails.waiting(waiting, limited, Outlook.LIMIT, token()));
        named.put("address-changed-approval", mails.addressChanged(unapproved, session, token()));
        named.put("already-approval", mails.already(unapproved, session, token()));
        named.put("already-offered", mails.already(offered, session, token()));
        named.put("already-waiting", mails.already(waiting, session, token()));
        named.put("address-changed-waiting", mails.addressChanged(waiting, session, token()));
        named.put("address-changed-offered", mails.addressChanged(offered, session, token()));
        named.put("declined-nobody-waits", mails.declined(cancelled, session, false));
        named.put("offer-lapsed-nobody-waits", line.lapsed(cancelled, session, false));
        named.put("offer-lapsed-overtaken", line.overtaken(cancelled, moved(), true));
        named.put("moved-approval", news.moved(unapproved, moved(), token()));
        named.put("moved-offered", news.moved(offered, moved(), token()));
        named.put("called-off-reason", news.calledOff(waiting, session.calledOff(REASON, NOW)));
        named.put("moved-waiting", news.moved(waiting, moved(), token()));
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
        named.putAll(ClosingMails.of(room, session, language));
        named.put("unreachable", unreachable(1, UnreachableMail.Seat.NEXT, language));
        named.put("unreachable-free", unreachable(3, UnreachableMail.Seat.FREE, language));
        return named;
    }

    /** To another hour and another place, on the same day. */
    private Session moved() {
        return session.moved(
                new Appointment(
                        session.start().plusSeconds(1800), session.end(), new Session.Venue("Lamot", "Mechelen")),
                new News(session.appointment(), REASON),
                NOW);
    }

    private Mail unreachable(int people, UnreachableMail.Seat seat, String language) {
        return room.get(UnreachableMail.class)
                .to("an@example.org", session, people, seat, 1, new Language(language));
    }

    static Message message(String group) {
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
}
