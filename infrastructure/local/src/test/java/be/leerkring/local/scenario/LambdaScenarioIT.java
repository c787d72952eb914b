package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.local.SiteAddresses;
import be.leerkring.local.SiteContext;
import be.leerkring.local.Stage;
import be.leerkring.local.strangers.BadRequest;
import be.leerkring.local.strangers.Strangers;
import be.leerkring.testing.Proof;
import java.time.Clock;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The site as it would be deployed: real zips under Lambda's own runtime client. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LambdaScenarioIT extends Scenario {

    /** Nothing but this breaks a function; whatever does has to stand in its log. */
    private static final String NO_EVENT = "{\"rawPath\":\"/my/een." + BadRequest.SECRET + "\"}";

    @Override
    Stage open() {
        return new LambdaStage(_ -> true);
    }

    /** What a function answers before its first visitor comes. */
    @Test
    void aRehearsalReadsAndDoesNothingElse() {
        var stage = (LambdaStage) stage();

        assertThat(stage.isUntouched()).isTrue();
        assertThat(stage.rehearsed()).isNotEmpty()
                .allSatisfy((_, log) -> assertThat(log).doesNotContain("ERROR", "_aws"));
    }

    @Test
    void everyFunctionThatRunsByScheduleAnswersFromItsZip() {
        var stage = (LambdaStage) stage();

        for (var function : stage.template().functions()) {
            for (var schedule : function.schedules()) {
                if (function.routes().isEmpty()) {
                    assertThat(stage.invoke(function.logicalId(), "{}")).as(schedule.toString()).isIn("null", "");
                }
            }
        }
    }

    @Test
    void everyFunctionBehindTheSiteIsWokenWithoutMoreAdo() {
        var stage = (LambdaStage) stage();

        for (var function : stage.template().functions()) {
            for (var schedule : function.schedules()) {
                if (!function.routes().isEmpty()) {
                    assertThat(stage.invoke(function.logicalId(), schedule.input()))
                            .as(function.logicalId())
                            .contains("\"statusCode\":204");
                }
            }
        }
    }

    /** Each behind its own function, and what no page of the desk answers behind the one that takes the rest. */
    @Test
    void everyRouteOfTheDeskSendsAStrangerToSignIn() {
        var stage = (LambdaStage) stage();
        var routes = stage.template().functions().stream()
                .flatMap(function -> function.routes().stream())
                .map(HttpRoute::path)
                .filter(path -> SiteAddresses.isOfDesk(path) && !path.startsWith("/organiser/sign-in"))
                .toList();

        assertThat(routes).contains("/organiser/{proxy+}").allSatisfy(route -> {
            var answer = stage.site().get(route.replaceAll("\\{[^}]+}", "no-such-page"));
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("location")).isEqualTo("/organiser/sign-in");
        });
    }

    @Test
    void aCookieTravelsOnlyOverTls() {
        var answer = stage().site().get("/?language=en");

        assertThat(answer.cookies()).singleElement().asString().contains("Secure").contains("HttpOnly");
    }

    /** After everything else: they break each function, to see what it writes then. */
    @Test
    @Order(Integer.MAX_VALUE)
    void everyBadRequestIsAnsweredByItsFunctionAndLeavesNothing() {
        var stage = (LambdaStage) stage();
        var account = new SiteContext.Database(
                stage.store().endpoint(),
                LocalAccount.ACCESS_KEY_ID,
                LocalAccount.SECRET_ACCESS_KEY,
                LocalAccount.REGION.id());
        try (var beans = SiteContext.start(stage.template(), account, stage.ses(), Clock.systemUTC())) {
            var strangers = new Strangers(beans, stage.template(), stage.store(), stage.session().id());
            stage.deliver();
            for (int each = Proof.of(500, 100_000); each > 0 && strangers.goOn(); each--) {
                if (strangers.answered(strangers.next(), stage.siteForStrangers()).status() < 400) {
                    // what it wrote leads to more, which nobody asked for who comes next
                    stage.deliver();
                }
            }
            strangers.assertThatNothingIsWrong();
            assertThat(stage.log()).allSatisfy((_, log) -> strangers.assertThatNoTokenIsIn(log));
            assertThat(stage.rehearsed().keySet()).isNotEmpty().allSatisfy(function -> {
                assertThat(stage.invoke(function, NO_EVENT)).contains("\"statusCode\":500");
                assertThat(stage.log().get(function)).contains("ERROR").doesNotContain(BadRequest.SECRET);
            });
        }
    }
}
