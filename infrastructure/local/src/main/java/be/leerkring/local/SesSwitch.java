package be.leerkring.local;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.ses.SentMail;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Lets SES misbehave on the laptop, and keeps what it reports until EventBridge would bring it. */
final class SesSwitch {

    private final EmbeddedSes ses;
    private final Queue<Map<String, Object>> reports = new ConcurrentLinkedQueue<>();
    private volatile SesConduct conduct = SesConduct.TAKES;

    SesSwitch(EmbeddedSes ses) {
        this.ses = ses;
        ses.onMail(this::taken);
    }

    private void taken(SentMail mail) {
        conduct.report(mail).ifPresent(reports::add);
    }

    /** How SES behaves now. */
    SesConduct conduct() {
        return conduct;
    }

    /** From now on, SES behaves like this. */
    void turn(SesConduct to) {
        conduct = to;
        ses.behaveLike(mail -> to.behaviour());
    }

    /** Hands over what was reported so far. */
    void bring(Consumer<Map<String, Object>> function) {
        for (var report = reports.poll(); report != null; report = reports.poll()) {
            function.accept(report);
        }
    }
}
