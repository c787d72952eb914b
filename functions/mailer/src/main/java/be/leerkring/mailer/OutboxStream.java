package be.leerkring.mailer;

import be.leerkring.platform.table.Key;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Woken by the table's stream when a mail enters the outbox. A mail that can't be sent now holds up no other: the
 * stream brings it again, and what comes behind it. When SES takes no mail at all, the stream is left alone, and the
 * sweep takes over. A mail that is held is not to be tried yet, and left alone.
 */
public final class OutboxStream extends MicronautRequestHandler<DynamodbEvent, StreamsEventResponse> {

    @Inject
    Mailer mailer;

    @Inject
    MailMetrics metrics;

    @Inject
    SentMails sentMails;

    /** As Lambda makes it: with a context of its own. */
    public OutboxStream() {}

    /** As the laptop makes it: in the context of all functions. */
    public OutboxStream(ApplicationContext context) {
        super(context);
    }

    @Override
    public StreamsEventResponse execute(DynamodbEvent event) {
        var failures = new ArrayList<StreamsEventResponse.BatchItemFailure>();
        for (var record : event.getRecords()) {
            var outcome = mailer.send(key(record));
            if (outcome == Mailer.Outcome.POSTPONED || outcome == Mailer.Outcome.TOO_FAST) {
                failures.add(new StreamsEventResponse.BatchItemFailure(
                        record.getDynamodb().getSequenceNumber()));
            }
            if (outcome == Mailer.Outcome.TOO_FAST || outcome == Mailer.Outcome.STOPPED) {
                break;
            }
        }
        sentMails.write();
        metrics.write();
        return new StreamsEventResponse(List.copyOf(failures));
    }

    private static Key key(DynamodbEvent.DynamodbStreamRecord record) {
        var keys = record.getDynamodb().getKeys();
        return new Key(keys.get("pk").getS(), keys.get("sk").getS());
    }
}
