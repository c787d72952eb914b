package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.local.SiteAddresses;
import be.leerkring.local.Stage;
import org.junit.jupiter.api.Test;

/** The site as it would be deployed: real zips under Lambda's own runtime client. */
class LambdaScenarioIT extends Scenario {

    @Override
    Stage open() {
        return new LambdaStage(_ -> true);
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
}
