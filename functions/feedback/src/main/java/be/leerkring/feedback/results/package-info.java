/** What people said of a session, as organisers read it: in figures where there are enough, and nobody's together. */
package be.leerkring.feedback.results;
