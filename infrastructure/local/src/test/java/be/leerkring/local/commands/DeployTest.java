package be.leerkring.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.commands.Checkout.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** bin/deploy, as far as it goes without AWS: what it says before, what it hands to SAM, what it says after. */
class DeployTest {

    private static final String SETTINGS = """
            version = 0.1
            [default.deploy.parameters]
            region = "eu-west-1"
            [default.deploy.parameters.parameter_overrides]
            Sender = "post@netwerk.be"
            Organisers = ["an@netwerk.be", "jan@netwerk.be"]
            SendingRate = 1
            SendingQuota = 200
            """;
    private static final String VERIFIED = "\"VerifiedForSendingStatus\": true, \"MailFromAttributes\": {}";

    private AwsAccount account;
    private Checkout checkout;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        account = new AwsAccount();
        checkout = new Checkout(folder, account);
        checkout.write("deploy.toml", SETTINGS);
    }

    @AfterEach
    void stop() throws IOException {
        account.close();
        checkout.close();
    }

    private Ended deploy(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bin/deploy"));
        command.addAll(List.of(arguments));
        return checkout.run(command.toArray(String[]::new));
    }

    private Ended deployed(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("--no-confirm-changeset"));
        command.addAll(List.of(arguments));
        return deploy(command.toArray(String[]::new));
    }

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
    void aFirstDeploySaysWhatIsLeftToDo() throws Exception {
        account.stacks("", AwsAccount.stack("CREATE_COMPLETE", 9));
        account.alarmReaders(0, 1);

        var ended = deployed("--parameter-overrides", "NetworkName=Netwerk van \"ons\"");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains(
                "leerkring is deployed, for the first time.",
                AwsAccount.SITE + "/organiser",
                "  a._domainkey.netwerk.be.  CNAME  a.dkim.amazonses.com.\n  b._domainkey",
                "_dmarc.netwerk.be.  TXT",
                "1 did not yet accept the alarms' mails");
        assertThat(account.asked()).contains("UpdateTerminationProtection");
        assertThat(checkout.read("maven.arguments")).contains("-Dproject.build.outputTimestamp=20");
        assertThat(checkout.read("sam.parameters"))
                .contains("\"Organisers\": \"an@netwerk.be,jan@netwerk.be\"", "Netwerk van \\\"ons\\\"");
        assertThat(checkout.read("sam.arguments").lines())
                .contains("--resolve-s3", "--no-confirm-changeset", "application=leerkring stack=leerkring");
    }

    @Test
    void aLaterDeploySaysNothingThatWasDone() throws Exception {
        account.stacks(AwsAccount.stack("UPDATE_COMPLETE", 9), AwsAccount.stack("UPDATE_COMPLETE", 10));
        account.identity("netwerk.be", VERIFIED);
        account.alarmReaders(1, 0);

        var ended = deployed("--s3-bucket", "ours");

        assertThat(ended.said())
                .contains("leerkring is deployed.", "SES has seen the DNS records", "The alarms reach 1 address.",
                        "Languages stays \"nl\", as the last deploy said")
                .doesNotContain("CNAME", "first time");
        assertThat(checkout.read("sam.arguments").lines()).contains("ours").doesNotContain("--resolve-s3");
    }

    @Test
    void whatChangedNothingIsToldAsThat() throws Exception {
        account.stacks(AwsAccount.stack("UPDATE_COMPLETE", 9));
        account.identity("netwerk.be", VERIFIED);
        account.says("ListChangeSets", """
                <ListChangeSetsResponse><ListChangeSetsResult><Summaries><member>
                <ExecutionStatus>AVAILABLE</ExecutionStatus><CreationTime>2126-11-02T09:00:00Z</CreationTime>
                </member></Summaries></ListChangeSetsResult></ListChangeSetsResponse>""",
                "<ListChangeSetsResponse><ListChangeSetsResult/></ListChangeSetsResponse>");

        assertThat(deployed().said()).contains("the changes were declined. leerkring runs as before.");
        assertThat(deployed().said()).contains("there was nothing to change. leerkring runs as before.");
        assertThat(deploy("--no-execute-changeset").said()).contains("Nothing was changed. The changes stand in");
        assertThat(account.asked()).doesNotContain("UpdateTerminationProtection");
    }

    @Test
    void aDeployThatFailsSaysWhatStandsNow() throws Exception {
        account.stacks(AwsAccount.stack("UPDATE_COMPLETE", 9), AwsAccount.stack("UPDATE_ROLLBACK_COMPLETE", 10));
        account.says("DescribeStackEvents", """
                <DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents><member><EventId>1</EventId>
                <LogicalResourceId>Mail</LogicalResourceId><ResourceStatus>UPDATE_FAILED</ResourceStatus>
                <ResourceStatusReason>no such thing</ResourceStatusReason><Timestamp>2026-11-02T09:00:00Z</Timestamp>
                </member></StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>""");
        checkout.write("sam.code", "1");

        var ended = deployed();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("leerkring is UPDATE_ROLLBACK_COMPLETE", "- Mail: no such thing", "runs on");
    }

    @Test
    void afterAFirstDeployThatFailedItSaysHowToBeginAgain() throws Exception {
        account.stacks(AwsAccount.stack("ROLLBACK_COMPLETE", 9));
        account.says("ListTables", "{\"TableNames\": [\"leerkring-Table-1ABC-Table-2DEF\", \"other\"]}");

        var ended = deployed();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains(
                "aws cloudformation delete-stack --stack-name leerkring",
                "aws dynamodb delete-table --table-name leerkring-Table-1ABC-Table-2DEF");
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

    private void assertNothingBuilt() throws IOException {
        assertThat(checkout.has("maven.arguments") ? checkout.read("maven.arguments") : "").doesNotContain("package");
        assertThat(checkout.has("sam.arguments")).isFalse();
    }
}
