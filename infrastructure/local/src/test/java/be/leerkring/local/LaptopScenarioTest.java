package be.leerkring.local;

/** The site on a laptop. */
class LaptopScenarioTest extends Scenario {

    @Override
    Stage open() {
        return LaptopStage.start();
    }
}
