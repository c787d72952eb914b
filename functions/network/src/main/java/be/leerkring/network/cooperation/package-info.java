/** What organisations of the network do together, and what participants report of it months after a session. */
package be.leerkring.network.cooperation;
