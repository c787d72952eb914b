package be.leerkring.emulator.ses;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The mails that were accepted, and who wants to hear of the next ones. */
final class Outgoing {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Deque<SentMail> mails = new ArrayDeque<>();
    private final List<Consumer<SentMail>> listeners = new CopyOnWriteArrayList<>();
    private int most = Integer.MAX_VALUE;

    void add(SentMail mail) {
        lock.lock();
        try {
            mails.addLast(mail);
            if (mails.size() > most) {
                mails.removeFirst();
            }
            added.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(mail));
    }

    List<SentMail> mails() {
        lock.lock();
        try {
            return List.copyOf(mails);
        } finally {
            lock.unlock();
        }
    }

    void keep(int latest) {
        lock.lock();
        try {
            most = latest;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            mails.clear();
        } finally {
            lock.unlock();
        }
    }

    void onMail(Consumer<SentMail> listener) {
        listeners.add(listener);
    }

    List<SentMail> await(int count, Duration timeout) {
        lock.lock();
        try {
            var remaining = timeout.toNanos();
            while (mails.size() < count) {
                if (remaining <= 0) {
                    throw new IllegalStateException("After " + timeout + " there are " + mails.size() + " mails, not "
                            + count + ": " + mails.stream().map(SentMail::subject).toList());
                }
                remaining = added.awaitNanos(remaining);
            }
            return List.copyOf(mails);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for mails", e);
        } finally {
            lock.unlock();
        }
    }
}
