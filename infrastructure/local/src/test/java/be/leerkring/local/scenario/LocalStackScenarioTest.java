package be.leerkring.local.scenario;

import be.leerkring.local.Stage;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;

/** The site on LocalStack's DynamoDB; without Docker there is nothing to run it on. */
@EnabledIf(value = "dockerIsHere", disabledReason = "There is no Docker here, and LocalStack runs in it")
class LocalStackScenarioTest extends Scenario {

    static boolean dockerIsHere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    Stage open() {
        return LocalStackStage.start();
    }
}
