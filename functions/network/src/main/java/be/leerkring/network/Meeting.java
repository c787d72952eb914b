package be.leerkring.network;

/** Two participants of a session who shared a table, once. */
public record Meeting(Participant one, Participant other) {}
