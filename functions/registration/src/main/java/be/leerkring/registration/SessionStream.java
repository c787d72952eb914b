package be.leerkring.registration;

import be.leerkring.network.Sessions;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Woken by the table's stream when a session or its seats changed. It looks at each session once a batch, however often
 * it changed, and reports the first record of one at which it failed, so that the stream comes again from there (AWS:
 * "Configuring partial batch response with DynamoDB and Lambda").
 */
public final class SessionStream extends MicronautRequestHandler<DynamodbEvent, StreamsEventResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStream.class);

    @Inject
    WaitingList waitingList;

    @Inject
    SessionNews news;

    /** As Lambda makes it: with a context of its own. */
    public SessionStream() {}

    /** As the laptop makes it: in the context of all functions. */
    public SessionStream(ApplicationContext context) {
        super(context);
    }

    @Override
    public StreamsEventResponse execute(DynamodbEvent event) {
        var seen = new HashSet<String>();
        for (var record : event.getRecords()) {
            var session = record.getDynamodb()
                    .getKeys()
                    .get("pk")
                    .getS()
                    .substring(Sessions.partition("").length());
            if (seen.add(session) && !look(session)) {
                return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(
                        record.getDynamodb().getSequenceNumber())));
            }
        }
        return new StreamsEventResponse(List.of());
    }

    private boolean look(String session) {
        try {
            news.tell(session);
            waitingList.fill(session);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("Session {} can't be looked after now", session, failed);
            return false;
        }
    }
}
