package be.leerkring.registration.closing;

import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.state.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The mails that tell organisers who will count as absent, in each of the ways in which a session can end. */
public final class ClosingMails {

    private static final Instant CLOSES = Instant.parse("2017-03-24T08:00:00Z");

    private ClosingMails() {}

    public static Map<String, Mail> of(RegistrationRoom room, Session session, String language) {
        var there = person(session, "An Peeters", RegistrationState.ATTENDED);
        var four = people(session, 4);
        return Map.of(
                "closing", mail(room, session, language, List.of(there, four.get(0), four.get(1), four.get(2))),
                "closing-nobody", mail(room, session, language, List.of(there)),
                "closing-unseen", mail(room, session, language, four),
                "closing-many", mail(
                        room, session, language,
                        IntStream.range(0, 43)
                                .mapToObj(number -> number == 0 ? there : people(session, 43).get(number))
                                .toList()));
    }

    private static Mail mail(RegistrationRoom room, Session session, String language, List<Registration> people) {
        return room.get(ClosingMail.class).to(
                new EmailAddress("an@example.org"), session, Attendance.of(people), CLOSES, new Language(language));
    }

    private static List<Registration> people(Session session, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(guest -> person(session, "Gast " + guest, RegistrationState.CONFIRMED))
                .toList();
    }

    private static Registration person(Session session, String name, RegistrationState state) {
        var address = new EmailAddress(RegistrationRoom.address(name));
        return Registration.elsewhere(
                new Participant(
                        session.id(), address.derive(session.id()), name, address, "vil", "VIL",
                        Kind.SPEARHEAD_CLUSTER, "", new Language("nl"), state),
                session.start());
    }
}
