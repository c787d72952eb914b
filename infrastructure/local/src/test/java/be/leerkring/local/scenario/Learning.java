package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.local.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays the scenario on functions of images that learn by it: each writes, when it ends, what its next start can do
 * without. They speak TLS to the database, as on AWS.
 */
public final class Learning extends Scenario {

    private final Path images;
    private final Set<String> functions;
    private TlsDatabase tls;

    /**
     * Learns.
     *
     * @param images has a folder for each room, as an image has it
     * @param functions which of them learn, by their names in the template; empty for all
     */
    private Learning(Path images, Set<String> functions) {
        this.images = images;
        this.functions = functions;
    }

    /** The folder of the images, and the functions, if it is not for all. */
    public static void main(String[] arguments) {
        learn(Path.of(arguments[0]), Stream.of(arguments).skip(1).collect(Collectors.toSet()));
        System.exit(0);
    }

    public static void learn(Path images, Set<String> functions) {
        var learning = new Learning(images.toAbsolutePath(), functions);
        learning.start();
        try {
            learning.live();
        } finally {
            learning.stop();
            learning.tls.close();
        }
    }

    @Override
    Stage open() {
        return new LambdaStage(_ -> true, this::started);
    }

    private LambdaFunction started(StackFunction function, Map<String, String> account) {
        if (!functions.isEmpty() && !functions.contains(function.logicalId())) {
            return new LambdaFunction(
                    function, LambdaStage.unpacked(function), Command.ofZip(function), account);
        }
        if (tls == null) {
            tls = new TlsDatabase(URI.create(account.get("AWS_ENDPOINT_URL_DYNAMODB")), images.resolve("tls"));
        }
        var others = new HashMap<>(account);
        others.putAll(tls.variables());
        // An image has no snapshot to resume.
        others.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        var folder = image(function, images);
        return new LambdaFunction(function, folder, Command.learningFor(function, folder), others);
    }

    /** The folder in which a function's image stands. */
    public static Path image(StackFunction function, Path images) {
        return images.resolve(Path.of(function.codeUri()).getFileName().toString().replace(".zip", ""));
    }

    private void live() {
        theProgrammeShowsTheSession();
        theSessionsPageLeadsToItsForm();
        aRegistrationGoesFromTheFormToASeatAndBack();
        aSeatThatComesFreeIsOfferedAndTakenAndInTheEndNothingIsKept();
        anEmptyFormIsShownAgainAndWritesNothing();
        aTokenThatNobodyWasMailedLeadsNowhere();
        everyPage();
        everySchedule();
    }

    private void everyPage() {
        assertThat(post("/organiser/sign-in", Map.of("email", "organisator@example.org")).status()).isEqualTo(303);
        var signedIn = post(link(mails("organisator@example.org", 1).getLast(), "/organiser/sign-in/"), Map.of());
        var headers = Map.of("accept-language", "nl", "accept-encoding", "gzip", "cookie", cookie(signedIn));
        var session = stage.session().id();
        for (var function : ((LambdaStage) stage).template().functions()) {
            for (var path : function.routes().stream().map(HttpRoute::path).filter(path -> path.startsWith("/"))
                    .toList()) {
                for (var id : List.of(session, UNKNOWN_TOKEN)) {
                    var address = path.replace("{id}", id).replaceAll("\\{[^}]+}", UNKNOWN_TOKEN);
                    assertThat(send("GET", address, headers, "").status()).as(address).isLessThan(500);
                }
            }
        }
        for (var page : List.of("people", "check-in", "messages", "list", "move")) {
            assertThat(send("GET", "/organiser/sessions/" + session + "/" + page, headers, "").status()).isEqualTo(200);
        }
    }

    private void everySchedule() {
        var lambda = (LambdaStage) stage;
        for (var function : lambda.template().functions()) {
            if (function.routes().isEmpty() && !function.schedules().isEmpty()) {
                assertThat(lambda.invoke(function.logicalId(), "{}")).isIn("null", "");
            }
        }
    }
}
