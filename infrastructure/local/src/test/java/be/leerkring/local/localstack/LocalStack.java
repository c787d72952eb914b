package be.leerkring.local.localstack;

import be.leerkring.local.SiteContext;

/** LocalStack, an emulator of AWS that others wrote, until it is closed. */
sealed interface LocalStack extends AutoCloseable permits InDocker, OnThisMachine {

    String VERSION = "4.4.0";

    /** Where it answers, and what it wants to hear. */
    SiteContext.Database account();

    @Override
    void close();

    /** Starts it in the way that was found. */
    static LocalStack start(LocalStackIsHere.Found found) {
        return switch (found) {
            case LocalStackIsHere.Image _ -> new InDocker();
            case LocalStackIsHere.Python python -> OnThisMachine.start(python.environment());
        };
    }
}
