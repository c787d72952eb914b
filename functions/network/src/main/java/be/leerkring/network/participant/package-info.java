/** A person at a session, by name, address and organisation, and the state of their registration. */
package be.leerkring.network.participant;
