package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Stage;
import org.junit.jupiter.api.Test;

/** The site as it would be deployed: real zips under Lambda's own runtime client. */
class LambdaScenarioIT extends Scenario {

    @Override
    Stage open() {
        return new LambdaStage();
    }

    @Test
    void everyFunctionThatRunsByScheduleAnswersFromItsZip() {
        var stage = (LambdaStage) stage();

        for (var function : stage.template().functions()) {
            for (var schedule : function.schedules()) {
                assertThat(stage.invoke(function.logicalId(), "{}")).as(schedule.toString()).isIn("null", "");
            }
        }
    }

    @Test
    void aCookieTravelsOnlyOverTls() {
        var answer = stage().site().get("/?language=en");

        assertThat(answer.cookies()).singleElement().asString().contains("Secure").contains("HttpOnly");
    }
}
