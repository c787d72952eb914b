/** A message that an organiser wrote to some of a session's people: its words, and whom it is for. */
package be.leerkring.registration.message;
