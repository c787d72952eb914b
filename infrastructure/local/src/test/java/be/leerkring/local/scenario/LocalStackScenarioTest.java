package be.leerkring.local.scenario;

import be.leerkring.local.Stage;
import be.leerkring.local.localstack.LocalStackIsHere;
import be.leerkring.local.localstack.LocalStackStage;
import org.junit.jupiter.api.extension.ExtendWith;

/** The site on the table and the stream that LocalStack makes of the template. */
@ExtendWith(LocalStackIsHere.class)
class LocalStackScenarioTest extends Scenario {

    @Override
    Stage open() {
        return LocalStackStage.start();
    }
}
