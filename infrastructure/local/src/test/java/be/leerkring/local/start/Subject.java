package be.leerkring.local.start;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.local.Site;
import be.leerkring.local.scenario.LambdaFunction;
import be.leerkring.local.scenario.LambdaSite;
import be.leerkring.testing.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A function, and what it is asked first.
 *
 * @param zip the folder of its zip, unpacked
 * @param image the folder of its image
 * @param event asks it, and holds its answer against what must be answered
 */
record Subject(String asked, StackFunction function, Path zip, Path image, Consumer<LambdaFunction> event) {

    private static final String DOMAIN = "leerkring.execute-api.eu-west-1.amazonaws.com";

    /** Asks by an event that is no request. */
    static Consumer<LambdaFunction> event(String event, String answer) {
        return function -> assertThat(function.invoke(event)).contains(answer);
    }

    /** Asks by a request, as API Gateway hands it on. */
    static Consumer<LambdaFunction> request(String path, Integer... statuses) {
        return function -> assertThat(site(function).get(path).status()).as(path).isIn((Object[]) statuses);
    }

    /** Sends a form, each time of somebody else. */
    static Consumer<LambdaFunction> form(String path) {
        return function -> assertThat(post(site(function), path).status()).isEqualTo(303);
    }

    private static Answer post(Site site, String path) {
        return site.send(
                "POST", path, Map.of("content-type", "application/x-www-form-urlencoded"),
                "name=An+Peeters&email=an." + System.nanoTime()
                        + "%40example.org&organisation=vil&language=nl&consent=yes");
    }

    static LambdaSite site(LambdaFunction function) {
        return new LambdaSite(DOMAIN, Map.of(new HttpRoute("ANY", "$default"), function::invoke));
    }
}
