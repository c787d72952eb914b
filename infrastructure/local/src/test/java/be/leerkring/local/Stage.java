package be.leerkring.local;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.network.session.Session;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the scenario plays on: the site, what stands behind it, and a session to come for which one can register. */
public interface Stage extends AutoCloseable {

    Site site();

    Session session();

    DynamoDbClient database();

    String table();

    EmbeddedSes ses();

    /** Returns when every mail that was decided before has been handed to SES. */
    void deliver();

    @Override
    void close();
}
