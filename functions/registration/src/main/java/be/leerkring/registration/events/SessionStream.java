package be.leerkring.registration.events;

import be.leerkring.network.mailing.Run;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Key;
import be.leerkring.registration.line.HoldingSeats;
import be.leerkring.registration.line.WaitingList;
import be.leerkring.registration.message.Messages;
import be.leerkring.registration.messages.SendingMessages;
import be.leerkring.registration.news.TellingNews;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Woken by the table's stream when a session or its seats changed, or an organiser wrote to its people. It looks at
 * each session once a batch, however often it changed, and reports the first record of one at which it failed, so that
 * the stream comes again from there (AWS: "Configuring partial batch response with DynamoDB and Lambda").
 */
public final class SessionStream extends MicronautRequestHandler<DynamodbEvent, StreamsEventResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStream.class);

    @Inject
    Sessions sessions;

    @Inject
    WaitingList waitingList;

    @Inject
    HoldingSeats holdingSeats;

    @Inject
    TellingNews news;

    @Inject
    SendingMessages sending;

    /** As Lambda makes it: with a context of its own. */
    public SessionStream() {}

    /** As the laptop makes it: in the context of all functions. */
    public SessionStream(ApplicationContext context) {
        super(context);
    }

    @Override
    public StreamsEventResponse execute(DynamodbEvent event) {
        var seen = new HashSet<String>();
        var run = Run.begin();
        for (var record : event.getRecords()) {
            var keys = record.getDynamodb().getKeys();
            var key = new Key(keys.get("pk").getS(), keys.get("sk").getS());
            if (!attend(key, seen, run)) {
                return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(
                        record.getDynamodb().getSequenceNumber())));
            }
        }
        return new StreamsEventResponse(List.of());
    }

    private boolean attend(Key changed, Set<String> seen, Run run) {
        try {
            if (changed.sort().startsWith(Messages.PREFIX)) {
                sending.finish(Messages.MessageKey.of(changed).mailing(), run);
            } else if (seen.add(changed.partition())) {
                look(changed.partition().substring(Sessions.partition("").length()), run);
            }
            return true;
        } catch (RuntimeException failed) {
            LOG.error("{} can't be looked after now", changed, failed);
            return false;
        }
    }

    private void look(String session, Run run) {
        sessions.find(session).ifPresent(known -> {
            holdingSeats.follow(known);
            news.tell(known, run);
        });
        waitingList.fill(session);
    }
}
