/** The programme: what is coming, what has been, one session, and both as a calendar; what the network knows. */
package be.leerkring.programme;
