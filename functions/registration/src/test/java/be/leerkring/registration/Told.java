package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailRecords;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What somebody was told, held against where they stand. */
final class Told {

    private Told() {}

    /** Nobody's state differs from what they were told last, and nothing was told twice. */
    static void check(RegistrationRoom room, Participant participant, RegistrationState state) {
        var told = room.get(MailRecords.class).about(participant.subject()).toList();
        var mails = told.stream().map(mail -> mail.key().sort()).toList();
        assertThat(mails).doesNotHaveDuplicates();
        if (state == RegistrationState.PENDING) {
            assertThat(told).extracting(MailRecord::purpose).allMatch("confirm-request"::equals);
            return;
        }
        var last = Collections.max(told, Comparator.comparingLong(Told::revision));
        assertThat(told.stream().map(Told::revision)).doesNotHaveDuplicates();
        assertThat(last.purpose()).as(participant.subject() + " " + state).isIn(fitting(state));
    }

    /** No seat is held for whom no mail reaches, and nobody else is passed over. */
    static void checkReached(
            RegistrationRoom room, Participant participant, RegistrationState state, List<SeatsHistory.Entry> line) {
        var reached = room.get(Addresses.class).standing(participant.email().text()).suppressed().isEmpty();
        assertThat(reached || state != RegistrationState.OFFERED)
                .as(participant.subject() + ": a seat is held for whom no mail reaches")
                .isTrue();
        assertThat(line)
                .as(participant.subject() + ": passed over, though mail reaches them")
                .noneMatch(entry -> reached && entry.unreachable() && entry.person().equals(participant.person()));
    }

    private static long revision(MailRecord mail) {
        return Long.parseLong(mail.key().sort().split("#")[1]);
    }

    private static List<String> fitting(RegistrationState state) {
        return switch (state) {
            case CONFIRMED -> List.of("confirmed", "vouched");
            // Whom the offer did not reach waits again, and can be told no more.
            case WAITING -> List.of("waiting", "approval", "vouched-waiting", "put-in-line", "offer");
            case OFFERED -> List.of("offer");
            case CANCELLED -> List.of("cancelled", "declined", "left-line", "offer-lapsed",
                    "cancelled-by-organiser");
            case PENDING, ATTENDED, ABSENT -> List.of();
        };
    }
}
