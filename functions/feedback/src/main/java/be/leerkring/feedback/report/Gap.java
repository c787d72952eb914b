package be.leerkring.feedback.report;

/**
 * Something that a report does not know.
 *
 * @param name as it is called in texts' keys
 * @param count how many it is about
 */
public record Gap(String name, int count) {}
