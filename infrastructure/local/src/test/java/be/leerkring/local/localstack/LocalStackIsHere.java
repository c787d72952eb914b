package be.leerkring.local.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets a test run where {@code bin/prove} found a LocalStack, and says why not elsewhere. What is asked here is
 * answered at once: {@code infrastructure/tools/emulators} looked before for a Docker engine with the images.
 */
public final class LocalStackIsHere implements ExecutionCondition {

    /** {@code docker}, the directory of a Python environment, or nothing. */
    private static final String SETTING = "leerkring.localstack";

    /** A way to run it. */
    sealed interface Found permits Image, Python {}

    /** A Docker engine that has its image. */
    record Image() implements Found {}

    /** An environment that it is installed in. */
    record Python(Path environment) implements Found {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var setting = setting();
        if (setting.isEmpty()) {
            return ConditionEvaluationResult.disabled("bin/prove --emulators runs it, where it finds a LocalStack");
        }
        if (found() instanceof Python python && !Files.isExecutable(python.environment().resolve("bin/python"))) {
            return ConditionEvaluationResult.disabled("There is no LocalStack in " + setting);
        }
        return ConditionEvaluationResult.enabled("LocalStack " + LocalStack.VERSION + ": " + setting);
    }

    static Found found() {
        return setting().equals("docker") ? new Image() : new Python(Path.of(setting()));
    }

    private static String setting() {
        return System.getProperty(SETTING, "");
    }
}
