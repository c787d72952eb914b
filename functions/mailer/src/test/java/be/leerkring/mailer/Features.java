package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.StartedRoom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/** What features do to the post office: they decide mails. */
final class Features {

    private final StartedRoom room;

    Features(StartedRoom room) {
        this.room = room;
    }

    /** Decides a mail to this reader, as a feature does. */
    Key queue(String to) {
        return queue(to, List.of());
    }

    /** Decides a mail that leaves after so long, and whose time is over after so long. */
    Key hold(String to, Duration from, Duration until) {
        var now = room.get(Clock.class).instant();
        var subject = to.substring(0, to.indexOf('@'));
        var write = room.get(Outbox.class).hold(mail(to, subject, List.of()), now.plus(from), now.plus(until));
        assertThat(room.get(Table.class).write(List.of(write))).isInstanceOf(WriteOutcome.Written.class);
        return new Key("MAIL#" + subject, "confirm#1");
    }

    /** Decides a mail whose text got lost on the way. */
    Key queueDamaged(String to) {
        var whole = new Key("MAIL#whole", "confirm#1");
        queue(to, "whole", List.of());
        var attributes = new HashMap<>(item(whole).attributes());
        attributes.remove("body");
        attributes.put("pk", Item.text("MAIL#damaged").value());
        room.get(Table.class).delete(List.of(whole));
        room.get(Table.class).write(List.of(Write.put(Item.of(attributes))));
        return new Key("MAIL#damaged", "confirm#1");
    }

    /** Gives a mail its text again. */
    void mend(Key key) {
        var attributes = new HashMap<>(item(key).attributes());
        var mended = new Key("MAIL#mended", "confirm#1");
        queue("heel@voorbeeld.be", "mended", List.of());
        attributes.put("body", item(mended).attributes().get("body"));
        room.get(Table.class).delete(List.of(mended));
        room.get(Table.class).write(List.of(Write.put(Item.of(attributes))));
    }

    /** The next mail to a reader who had one. */
    Key queueAnother(String to) {
        return queue(to, to.substring(0, to.indexOf('@')) + "-next", List.of());
    }

    Key queue(String to, List<Mail.Attachment> attachments) {
        return queue(to, to.substring(0, to.indexOf('@')), attachments);
    }

    private Key queue(String to, String subject, List<Mail.Attachment> attachments) {
        var outcome = room.get(Table.class).write(List.of(room.get(Outbox.class).put(mail(to, subject, attachments))));
        if (!(outcome instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("The mail to " + to + " was decided before");
        }
        return new Key("MAIL#" + subject, "confirm#1");
    }

    /** Decides a mail that its reader can do without. */
    Key queueOptional(String to) {
        var subject = to.substring(0, to.indexOf('@'));
        var needed = mail(to, subject, List.of());
        var optional = new Mail(
                "message", subject, 1, to, needed.language(), needed.letter(), List.of(), false, true);
        room.get(Table.class).write(room.get(Outbox.class).putOptional(optional));
        return new Key("MAIL#" + subject, "message#1");
    }

    /** Decides the mail by which an organiser signs in. */
    Key queueSignIn(String to) {
        var subject = to.substring(0, to.indexOf('@'));
        var letter = new Letter(
                "Uw link", "Dag", List.of(new Letter.Paragraph("Meld u aan.")), "Tot dan", "U bent organisator.");
        var mail = new Mail(Mail.SIGN_IN, subject, 1, to, new Language("nl"), letter, List.of(), true, false);
        room.get(Table.class).attempt(List.of(room.get(Outbox.class).put(mail)));
        return new Key("MAIL#" + subject, "sign-in#1");
    }

    /** Decides a mail whose subject and text are these words. */
    Key queueSaying(String to, String words) {
        var subject = to.substring(0, to.indexOf('@'));
        var letter = new Letter(words, "Dag", List.of(new Letter.Paragraph(words)), "Tot dan", "U schreef zich in.");
        var mail = new Mail("message", subject, 1, to, new Language("nl"), letter, List.of(), false, false);
        room.get(Table.class).write(List.of(room.get(Outbox.class).put(mail)));
        return new Key("MAIL#" + subject, "message#1");
    }

    /** Decides so many mails, each to a reader of its own. */
    List<Key> queueMany(int count) {
        var outbox = room.get(Outbox.class);
        for (int from = 0; from < count; from += 100) {
            var outcome = room.get(Table.class).write(IntStream.range(from, Math.min(count, from + 100))
                    .mapToObj(number -> outbox.put(mail("l" + number + "@voorbeeld.be", "l" + number, List.of())))
                    .toList());
            assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        }
        return IntStream.range(0, count).mapToObj(number -> new Key("MAIL#l" + number, "confirm#1")).toList();
    }

    private static Mail mail(String to, String subject, List<Mail.Attachment> attachments) {
        var letter = new Letter(
                "Bevestig uw inschrijving",
                "Dag Jan",
                List.of(new Letter.Paragraph("Nog één stap."), new Letter.Button("Bevestigen", "/confirm/abc")),
                "Tot dan",
                "U schreef zich in.");
        return new Mail("confirm", subject, 1, to, new Language("nl"), letter, attachments, false, false);
    }

    private Item item(Key key) {
        return room.get(Table.class).read(List.of(key)).get(key);
    }
}
