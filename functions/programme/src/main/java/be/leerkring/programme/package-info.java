/** The programme: what is coming, what has been, one session, and both as a calendar. */
package be.leerkring.programme;
