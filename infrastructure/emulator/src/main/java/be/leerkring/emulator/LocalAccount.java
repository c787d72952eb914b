package be.leerkring.emulator;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The account that every client of the stand-ins pretends to have: the SDK signs with something, nobody checks it. */
public final class LocalAccount {

    /** Letters and digits only: DynamoDB Local refuses a request whose access key has any other character. */
    public static final String ACCESS_KEY_ID = "leerkring";

    /** Signs the requests; neither stand-in verifies a signature. */
    public static final String SECRET_ACCESS_KEY = "local";

    /** The region in which the stand-ins claim to be. */
    public static final Region REGION = Region.EU_WEST_1;

    private LocalAccount() {}

    /** Credentials for an SDK client that talks to a stand-in. */
    public static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY));
    }
}
