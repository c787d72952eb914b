package be.leerkring.local;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** The site on LocalStack's DynamoDB; without Docker there is nothing to run it on. */
class LocalStackScenarioTest extends Scenario {

    @Override
    Stage open() {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "Skipped: there is no Docker here, and LocalStack runs in it");
        return LocalStackStage.start();
    }
}
