package be.leerkring.local.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.local.SiteContext;
import be.leerkring.local.scenario.LambdaStage;
import be.leerkring.testing.Proof;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Whatever strangers send reaches the function that the template leads it to: none ends, and none tells a secret. */
class StrangersIT {

    /** Nothing but this breaks a function; whatever does has to stand in its log. */
    private static final String NO_EVENT = "{\"rawPath\":\"/my/een." + BadRequest.SECRET + "\"}";

    @Test
    void everyBadRequestIsAnsweredByItsFunctionAndLeavesNothing() {
        try (var stage = new LambdaStage(function -> !function.routes().isEmpty());
                var beans = SiteContext.start(
                        stage.template(),
                        new SiteContext.Database(
                                stage.store().endpoint(),
                                LocalAccount.ACCESS_KEY_ID,
                                LocalAccount.SECRET_ACCESS_KEY,
                                LocalAccount.REGION.id()),
                        stage.ses(),
                        Clock.systemUTC())) {
            var strangers = new Strangers(beans, stage.template(), stage.store(), stage.session().id());
            for (int each = Proof.of(500, 100_000); each > 0 && strangers.goOn(); each--) {
                strangers.answered(strangers.next(), stage.site());
            }
            strangers.assertThatNothingIsWrong();
            assertThat(stage.log()).allSatisfy((_, log) -> strangers.assertThatNoTokenIsIn(log));
            assertThat(stage.log().keySet()).isNotEmpty().allSatisfy(function -> {
                assertThat(stage.invoke(function, NO_EVENT)).contains("\"statusCode\":500");
                assertThat(stage.log().get(function)).contains("ERROR").doesNotContain(BadRequest.SECRET);
            });
        }
    }
}
