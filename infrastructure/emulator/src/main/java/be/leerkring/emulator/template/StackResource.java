package be.leerkring.emulator.template;

import java.util.Map;

/**
 * One resource of a stack.
 *
 * @param logicalId its name in the template
 * @param type such as {@code AWS::DynamoDB::Table}
 * @param properties its properties in the template's order: texts, numbers, booleans, lists and maps, no functions
 */
public record StackResource(String logicalId, String type, Map<String, Object> properties) {}
