package be.leerkring.local;

import be.leerkring.emulator.ses.SentMail;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every mail that the site sent, whoever it went to. */
final class Inbox {

    private final Memory memory;
    private final List<InboxMail> mails;

    Inbox(Memory memory) {
        this.memory = memory;
        this.mails = new CopyOnWriteArrayList<>(memory.mails());
    }

    synchronized void receive(SentMail mail) {
        mails.add(InboxMail.of(mails.size() + 1L, mail));
        memory.keep(mails);
    }

    /** In the order in which they arrived. */
    List<InboxMail> all() {
        return List.copyOf(mails);
    }

    Optional<InboxMail> mail(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }
}
