package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.emulator.ses.SentMail;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Every mail that the site sent, whoever it went to. */
final class Inbox {

    /** How many stand on a page of the list. */
    static final int PAGE = 100;

    private final Memory memory;
    private final List<PackedMail> mails = new ArrayList<>();

    Inbox(Memory memory) {
        this.memory = memory;
        memory.mails(json -> mails.add(PackedMail.of(json)));
    }

    synchronized void receive(SentMail mail) {
        var arrived = PackedMail.of(InboxMail.of(mails.size() + 1L, mail));
        mails.add(arrived);
        memory.keep(arrived);
    }

    synchronized int size() {
        return mails.size();
    }

    /** Those that arrived after the one with this id, in the order in which they did; all for 0. */
    synchronized List<PackedMail> since(long id) {
        return List.copyOf(mails.subList(Math.clamp(id, 0, mails.size()), mails.size()));
    }

    /** The newest of those that arrived before the one with this id, the newest first: a page of them. */
    synchronized List<PackedMail> before(long id) {
        var end = Math.clamp(id - 1, 0, mails.size());
        return List.copyOf(mails.subList(Math.max(0, end - PAGE), end)).reversed();
    }

    synchronized Optional<InboxMail> mail(long id) {
        return id < 1 || id > mails.size() ? Optional.empty() : Optional.of(mails.get((int) id - 1).mail());
    }

    /** Those that arrived after the one with this id, as a list in JSON; each is unpacked when it is read. */
    InputStream json(long id) {
        var found = since(id);
        return new SequenceInputStream(Collections.enumeration(new AbstractList<InputStream>() {

            @Override
            public int size() {
                return found.size() + 2;
            }

            @Override
            public InputStream get(int place) {
                if (place > found.size()) {
                    return bytes("]".getBytes(UTF_8));
                }
                return place == 0
                        ? bytes("[".getBytes(UTF_8))
                        : new SequenceInputStream(
                                bytes((place == 1 ? "" : ",").getBytes(UTF_8)), bytes(found.get(place - 1).json()));
            }
        }));
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
