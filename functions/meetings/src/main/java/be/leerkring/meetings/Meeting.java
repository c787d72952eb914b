package be.leerkring.meetings;

import be.leerkring.network.participant.Participant;

/** Two participants of a session who shared a table, once. */
public record Meeting(Participant one, Participant other) {}
