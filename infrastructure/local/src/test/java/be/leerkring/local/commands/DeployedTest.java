package be.leerkring.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** bin/deploy after it deployed, or did not: its last lines are true for what happened. */
class DeployedTest extends Deploying {

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
}
