package be.leerkring.emulator.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function of the stack, and what calls it.
 *
 * @param codeUri the package, as the template names it
 * @param environment the variables, those of the template's Globals included
 * @param memorySize in MiB
 * @param snapStart whether its environments resume a snapshot
 */
public record StackFunction(
        String logicalId,
        String handler,
        String codeUri,
        Map<String, String> environment,
        int memorySize,
        Duration timeout,
        boolean snapStart,
        List<HttpRoute> routes,
        List<Schedule> schedules,
        List<StreamSource> streams) {}
