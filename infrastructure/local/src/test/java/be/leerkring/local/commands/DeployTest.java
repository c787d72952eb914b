package be.leerkring.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Project;
import java.util.List;
import org.junit.jupiter.api.Test;

/** bin/deploy before it deploys: what it says, what it refuses, what it hands to SAM. */
class DeployTest extends Deploying {

    @Test
    void withoutSettingsOfOnesOwnItSaysWhatIsMissingAndBuildsNothing() throws Exception {
        checkout.write("deploy.toml", SETTINGS.replaceAll("(?m)^(region|Sender|Organisers).*$", ""));

        var ended = deployed();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("Sender is missing", "Organisers is missing", "region is missing");
        assertNothingBuilt();
    }

    @Test
    void aMistypedParameterAndAValueThatCannotBeAreRefusedBeforeTheBuild() throws Exception {
        var ended = deployed(
                "--parameter-overrides", "Sendr=an@netwerk.be", "Organisers=An <an@netwerk.be>", "SendingRate=0",
                "LogRetention=31", "Sender=an@example.org");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains(
                "Sendr is no parameter of template.yaml: is it Sender?",
                "Organisers must be mail addresses, separated by commas and nothing else",
                "SendingRate must be 1 or more",
                "LogRetention must be one of 7, 14, 30, 60, 90",
                "Sender must be yours");
        assertThat(account.asked()).isEmpty();
        assertNothingBuilt();
    }

    @Test
    void itsFirstLinesSayForWhomAndWhereAndWhatANewAccountLacks() throws Exception {
        var ended = deploy("--status", "--parameter-overrides", "SendingRate=10");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains(
                "123456789012, as arn:aws:iam::123456789012:user/an", "eu-west-1", "Maven 3.9.9, JDK 25.0.1",
                "SAM CLI 1.", "leerkring: not there yet",
                "runs 10 functions at once", "SES is in its sandbox",
                "SendingRate is 10, but SES takes 1 mails a second");
        assertNothingBuilt();
    }

    @Test
    void withoutCredentialsItEndsBeforeTheBuild() throws Exception {
        var ended = deployed("--profile", "nobody");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("no credentials that AWS takes, of the profile nobody");
        assertNothingBuilt();
    }

    @Test
    void aRegionOutsideTheUnionIsAskedAbout() throws Exception {
        var ended = deployed("--region", "eu-west-2");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("eu-west-2 lies outside the European Union", "--outside-the-union");
        assertNothingBuilt();
        assertThat(deployed("--region", "eu-west-2", "--outside-the-union").said()).contains("SAM was here");
    }

    @Test
    void whereNobodyCanAnswerItAsksForTheOptionBeforeTheBuild() throws Exception {
        var ended = deploy();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("--no-confirm-changeset");
        assertNothingBuilt();
    }

    @Test
    void anIdentityThatSesHasAlreadyIsNotMadeASecondTime() throws Exception {
        account.identity("netwerk.be", VERIFIED);

        var ended = deployed();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("put SenderIdentity = \"netwerk.be\" into the parameters");
        assertNothingBuilt();
    }

    @Test
    void aRestoredTableIsUsedWithItsStream() throws Exception {
        account.says("DescribeTable", "{\"Table\": {\"TableName\": \"back\"}}", """
                {"Table": {"LatestStreamArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/back/stream/2026",
                 "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}}""");

        var tooEarly = deployed("--parameter-overrides", "RestoredTable=back");
        assertThat(tooEarly.said()).contains("bin/restore --adopt back readies it");
        assertNothingBuilt();

        deployed("--parameter-overrides", "RestoredTable=back");
        assertThat(checkout.read("sam.parameters")).contains(
                "\"RestoredTable\": \"back\"",
                "\"RestoredStream\": \"arn:aws:dynamodb:eu-west-1:123456789012:table/back/stream/2026\"");
    }

    /** Both would deploy the zips of some other day. */
    @Test
    void whoeverTypesWhatTheyAreUsedToIsToldTheWay() throws Exception {
        var sam = Project.root().resolve(".tools/python/bin/sam").toString();

        for (var habit : List.of(List.of(sam, "build"), List.of(sam, "deploy"), List.of(sam, "deploy", "--guided"))) {
            var ended = checkout.run(habit.toArray(String[]::new));

            assertThat(ended.code()).as(habit + ": " + ended.said()).isNotZero();
            assertThat(ended.said()).contains("Leerkring is built and deployed by bin/deploy, as README.md says");
        }
        assertThat(deploy("--guided").said()).contains("infrastructure/deploy.sample.toml shows it");
        assertNothingBuilt();
    }
}
