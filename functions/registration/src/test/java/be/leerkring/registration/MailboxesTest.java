package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever read what an address leads to, and writes it when it is no longer so. */
final class MailboxesTest {

    private static final EmailAddress ADDRESS = new EmailAddress(RegistrationRoom.address("info"));

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 10);

    @AfterEach
    void close() {
        room.close();
    }

    private Mailbox mailbox() {
        return room.get(Mailboxes.class).find(ADDRESS);
    }

    private boolean written(Mailbox next) {
        return room.get(Table.class).write(room.get(Mailboxes.class).put(next)) instanceof WriteOutcome.Written;
    }

    private void register(String name) {
        room.submit(session, name, ADDRESS.text(), "vil", "nl");
    }

    private static Mailbox without(Mailbox mailbox) {
        return mailbox.without(mailbox.entries().stream().map(Mailbox.Entry::key).toList());
    }

    @Test
    void whatEndedSinceItWasReadDoesNotComeBack() {
        register("An");
        var read = mailbox();
        var another = room.registrations(session, "info").getFirst().participant();
        assertThat(written(without(read))).isTrue();

        assertThat(written(read.with(another, session.end()))).isFalse();

        assertThat(mailbox().entries()).isEmpty();
    }

    @Test
    void whatBeganAnewSinceItWasReadIsNotTakenForWhatWasRead() {
        register("An");
        var read = mailbox();
        var another = room.registrations(session, "info").getFirst().participant();
        assertThat(written(without(read))).isTrue();
        register("Bo");
        var anew = mailbox().entries();

        assertThat(written(read.with(another, session.end()))).isFalse();
        assertThat(written(without(read))).isFalse();

        assertThat(mailbox().entries()).isEqualTo(anew).hasSize(1);
    }

    @Test
    void whatWasNotThereIsWrittenOnce() {
        var none = mailbox();
        register("An");
        var known = room.registrations(session, "info").getFirst().participant();

        assertThat(written(none.with(known, session.end()))).isFalse();
        assertThat(room.get(Mailboxes.class).put(without(none))).as("nothing to write").isEqualTo(List.of());
    }
}
