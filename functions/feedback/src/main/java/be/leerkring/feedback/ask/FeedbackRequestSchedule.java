package be.leerkring.feedback.ask;

import be.leerkring.network.mailing.Run;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Woken every quarter of an hour, to see which sessions ended, and which did three months ago. */
public final class FeedbackRequestSchedule extends MicronautRequestHandler<Map<String, Object>, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackRequestSchedule.class);

    @Inject
    AskingForFeedback requests;

    @Inject
    AskingLater later;

    /** As Lambda makes it: with a context of its own. */
    public FeedbackRequestSchedule() {}

    /** As the laptop makes it: in the context of all functions. */
    public FeedbackRequestSchedule(ApplicationContext context) {
        super(context);
    }

    /** One that fails does not hold up the other; the time that there is, they share. */
    @Override
    public Void execute(Map<String, Object> event) {
        var run = Run.begin();
        var asked = did(requests::askAll);
        var askedLater = did(() -> later.askAll(run));
        if (!asked || !askedLater) {
            throw new IllegalStateException("Not everybody could be asked; the log says why");
        }
        return null;
    }

    private static boolean did(Runnable asking) {
        try {
            asking.run();
            return true;
        } catch (RuntimeException failed) {
            LOG.error("Those who are to be asked could not be", failed);
            return false;
        }
    }
}
