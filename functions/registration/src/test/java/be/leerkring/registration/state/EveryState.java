package be.leerkring.registration.state;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A registration in each of its states. */
abstract class EveryState {

    static final Instant ASKED = Instant.parse("2017-02-15T08:00:00Z");
    static final Instant LATER = ASKED.plus(Duration.ofHours(1));

    static final Session SESSION = new Session(
            "sessie",
            new LocalizedText(Map.of("nl", "Sessie")),
            LocalizedText.NONE,
            Instant.parse("2017-03-23T12:30:00Z"),
            Instant.parse("2017-03-23T16:00:00Z"),
            new Session.Venue("Zaal", "Brussel"),
            Session.Audience.OPEN,
            List.of(),
            List.of(),
            false,
            AdmissionRules.NONE,
            Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));

    static final Instant UNTIL = Instant.parse("2017-03-20T17:00:00Z");
    static final Seats ROOM = new Seats(0, 40, 39, 0, 0, Map.of(), List.of());
    static final Seats FULL = new Seats(0, 40, 40, 0, 0, Map.of(), List.of());
    static final Core CORE = new Core(participant("Jan"), 3, ASKED, ASKED);
    static final Core CHANGED = new Core(participant("Jan"), 4, ASKED, LATER);
    static final Pending PENDING = new Pending(CORE);
    static final Confirmed CONFIRMED = new Confirmed(CORE);
    static final Waiting WAITING = new Waiting(CORE);
    static final Offered OFFERED = new Offered(CORE, UNTIL);
    static final Cancelled CANCELLED = new Cancelled(CORE, Cancelled.Ending.OWN, "");

    static Registration in(RegistrationState state) {
        return registration(state, CORE);
    }

    static Registration registration(RegistrationState state, Core core) {
        return switch (state) {
            case PENDING -> PENDING.with(core);
            case CONFIRMED -> CONFIRMED.with(core);
            case WAITING -> WAITING.with(core);
            case OFFERED -> OFFERED.with(core);
            case CANCELLED -> CANCELLED.with(core);
            case ATTENDED -> new Attended(core);
            case ABSENT -> new Absent(core);
        };
    }

    static Cancelled ended(Cancelled.Ending ending) {
        return new Cancelled(CHANGED, ending, "");
    }

    static List<Place> line(int length) {
        return IntStream.range(0, length)
                .mapToObj(place -> new Place("person-" + place, "cluster", true, true))
                .toList();
    }

    static Participant participant(String name) {
        var address = new EmailAddress("jan@voorbeeld.be");
        return new Participant(
                "sessie",
                address.derive("sessie"),
                name,
                address,
                "",
                "Cluster",
                Organisation.Kind.OTHER,
                "",
                new Language("nl"),
                RegistrationState.PENDING);
    }
}
