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
        var arrived = InboxMail.of(mails.size() + 1L, mail);
        mails.add(arrived);
        memory.keep(arrived);
    }

    /** In the order in which they arrived. */
    List<InboxMail> all() {
        return List.copyOf(mails);
    }

    /** Those that arrived after the one with this id; all for 0. */
    List<InboxMail> since(long id) {
        var all = all();
        return all.subList(Math.clamp(id, 0, all.size()), all.size());
    }

    Optional<InboxMail> mail(long id) {
        return id < 1 || id > mails.size() ? Optional.empty() : Optional.of(mails.get((int) id - 1));
    }
}
