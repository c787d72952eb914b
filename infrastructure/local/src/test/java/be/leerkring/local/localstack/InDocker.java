package be.leerkring.local.localstack;

import be.leerkring.local.SiteContext;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack as its makers deliver it. */
final class InDocker implements LocalStack {

    private final LocalStackContainer container = new LocalStackContainer(
            DockerImageName.parse("localstack/localstack:" + VERSION)).withServices("cloudformation", "dynamodb");

    InDocker() {
        try {
            container.start();
        } catch (RuntimeException failed) {
            container.close();
            throw failed;
        }
    }

    @Override
    public SiteContext.Database account() {
        return new SiteContext.Database(
                container.getEndpoint(), container.getAccessKey(), container.getSecretKey(), container.getRegion());
    }

    @Override
    public void close() {
        container.close();
    }
}
