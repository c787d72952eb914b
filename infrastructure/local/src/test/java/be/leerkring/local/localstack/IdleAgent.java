package be.leerkring.local.localstack;

/** An agent of the JVM's that does nothing, for who insists on one. */
public final class IdleAgent {

    private IdleAgent() {}

    public static void premain(String arguments) {}
}
