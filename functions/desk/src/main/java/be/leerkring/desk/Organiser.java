package be.leerkring.desk;

/**
 * Somebody who runs the network, and has signed in. A controller method of the desk that has it among its arguments
 * gets it.
 *
 * @param address the mail address, as it was proven; in lower case
 */
public record Organiser(String address) {}
