/** The desk's front page: what needs somebody now. */
package be.leerkring.organiser.home;
