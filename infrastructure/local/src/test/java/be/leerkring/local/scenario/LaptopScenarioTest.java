package be.leerkring.local.scenario;

import be.leerkring.local.LaptopStage;
import be.leerkring.local.Stage;

/** The site on a laptop. */
class LaptopScenarioTest extends Scenario {

    @Override
    Stage open() {
        return LaptopStage.start();
    }
}
