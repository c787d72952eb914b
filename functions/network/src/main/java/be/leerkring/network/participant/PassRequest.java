package be.leerkring.network.participant;

import java.time.Instant;

/**
 * That somebody would pass their seat to a colleague, and asked them by mail.
 *
 * @param giver whose seat it is
 * @param receiver the key of the colleague's registration at the session
 * @param name the colleague's, as the giver typed it
 * @param email the same
 * @param until until when the colleague can take it
 */
public record PassRequest(PersonKey giver, String receiver, String name, String email, Instant until) {}
