package be.leerkring.mailer;

import be.leerkring.platform.table.Key;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Woken by the table's stream when a mail enters the outbox. A mail that can't be sent now holds up no other. */
public final class OutboxStream extends MicronautRequestHandler<DynamodbEvent, StreamsEventResponse> {

    @Inject
    Mailer mailer;

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
            if (!handled(record)) {
                failures.add(new StreamsEventResponse.BatchItemFailure(
                        record.getDynamodb().getSequenceNumber()));
            }
        }
        return new StreamsEventResponse(List.copyOf(failures));
    }

    private boolean handled(DynamodbEvent.DynamodbStreamRecord record) {
        var keys = record.getDynamodb().getKeys();
        var key = new Key(keys.get("pk").getS(), keys.get("sk").getS());
        return switch (mailer.send(key)) {
            case Mailer.Outcome.Sent sent -> true;
            case Mailer.Outcome.NotOurs notOurs -> true;
            case Mailer.Outcome.Failed failed -> true;
            case Mailer.Outcome.Postponed postponed -> false;
        };
    }
}
