package be.leerkring.feedback.ask;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Woken every quarter of an hour, to see which sessions ended. */
public final class FeedbackRequestSchedule extends MicronautRequestHandler<Map<String, Object>, Void> {

    @Inject
    AskingForFeedback requests;

    /** As Lambda makes it: with a context of its own. */
    public FeedbackRequestSchedule() {}

    /** As the laptop makes it: in the context of all functions. */
    public FeedbackRequestSchedule(ApplicationContext context) {
        super(context);
    }

    @Override
    public Void execute(Map<String, Object> event) {
        requests.askAll();
        return null;
    }
}
