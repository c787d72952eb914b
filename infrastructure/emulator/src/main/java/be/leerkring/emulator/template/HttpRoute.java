package be.leerkring.emulator.template;

/**
 * A route of the HTTP API.
 *
 * @param method in capitals, or {@code ANY}
 * @param path with its variables in braces, or {@code $default} for whatever no other route takes
 */
public record HttpRoute(String method, String path) {}
