package be.leerkring.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.commands.Checkout.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** bin/deploy in a checkout of its own, with the settings of a network, in an account that has nothing yet. */
abstract class Deploying {

    static final String SETTINGS = """
            version = 0.1
            [default.deploy.parameters]
            region = "eu-west-1"
            [default.deploy.parameters.parameter_overrides]
            Sender = "post@netwerk.be"
            Organisers = ["an@netwerk.be", "jan@netwerk.be"]
            SendingRate = 1
            SendingQuota = 200
            """;
    static final String VERIFIED = "\"VerifiedForSendingStatus\": true, \"MailFromAttributes\": {}";

    AwsAccount account;
    Checkout checkout;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        account = new AwsAccount();
        checkout = new Checkout(folder, account);
        checkout.write("deploy.toml", SETTINGS);
    }

    @AfterEach
    void stop() throws IOException {
        account.close();
        if (checkout != null) {
            checkout.close();
        }
    }

    Ended deploy(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bin/deploy"));
        command.addAll(List.of(arguments));
        return checkout.run(command.toArray(String[]::new));
    }

    Ended deployed(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("--no-confirm-changeset"));
        command.addAll(List.of(arguments));
        return deploy(command.toArray(String[]::new));
    }

    void assertNothingBuilt() throws IOException {
        assertThat(checkout.has("maven.arguments") ? checkout.read("maven.arguments") : "").doesNotContain("package");
        assertThat(checkout.has("sam.arguments")).isFalse();
    }
}
