package be.leerkring.local;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.network.session.Session;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The laptop's site as {@code bin/dev} starts it. */
public record LaptopStage(Laptop laptop, Site site) implements Stage {

    public static LaptopStage start() {
        var laptop = Laptop.start(Options.DEFAULT.onPort(0));
        return new LaptopStage(laptop, new LaptopSite(laptop.address()));
    }

    @Override
    public Session session() {
        return NetworkFile.read("/network-2017.yaml").sessions().getLast().session();
    }

    @Override
    public DynamoDbClient database() {
        return laptop.database().client();
    }

    @Override
    public String table() {
        return laptop.table();
    }

    @Override
    public EmbeddedSes ses() {
        return laptop.ses();
    }

    @Override
    public void deliver() {
        var timeline = laptop.context().getBean(Timeline.class);
        timeline.moveTo(timeline.now());
    }

    @Override
    public void close() {
        laptop.close();
    }
}
