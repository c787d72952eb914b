/** Who meets whom: the plan of a session's speed-dates, and what the network remembers of them. */
package be.leerkring.meetings;
