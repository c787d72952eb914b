/** The desk's own pages: signing in, what needs somebody now, organisations, mails that did not arrive, and the log. */
package be.leerkring.organiser;
