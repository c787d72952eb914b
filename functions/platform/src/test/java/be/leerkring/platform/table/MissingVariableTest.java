package be.leerkring.platform.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.platform.language.Languages;
import be.leerkring.platform.time.NetworkTime;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;

/** What is not set stops the function at start, by its name. */
final class MissingVariableTest {

    @Test
    void aMissingVariableIsNamed() {
        System.setProperty("aws.region", "eu-west-1");
        try (var context = ApplicationContext.builder().banner(false).start()) {
            assertThatThrownBy(() -> context.getBean(Table.class)).hasStackTraceContaining("TABLE_NAME");
            assertThatThrownBy(() -> context.getBean(Languages.class)).hasStackTraceContaining("LANGUAGES");
            assertThatThrownBy(() -> context.getBean(NetworkTime.class)).hasStackTraceContaining("TIME_ZONE");
        }
    }
}
