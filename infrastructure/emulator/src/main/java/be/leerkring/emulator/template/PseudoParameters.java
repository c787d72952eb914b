package be.leerkring.emulator.template;

import be.leerkring.emulator.LocalAccount;
import java.util.Map;

/** What CloudFormation itself knows of a stack. */
final class PseudoParameters {

    private static final String ACCOUNT = "000000000000";

    static final Map<String, Object> VALUES = Map.of(
            "AWS::AccountId", ACCOUNT,
            "AWS::NoValue", Intrinsics.NO_VALUE,
            "AWS::Partition", "aws",
            "AWS::Region", LocalAccount.REGION.id(),
            "AWS::StackId", "arn:aws:cloudformation:" + LocalAccount.REGION + ":" + ACCOUNT + ":stack/leerkring/local",
            "AWS::StackName", "leerkring",
            "AWS::URLSuffix", "amazonaws.com");

    private PseudoParameters() {}
}
