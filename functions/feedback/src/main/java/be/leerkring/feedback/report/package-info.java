/** What the network came to in a year: at the desk in full, and for everybody without what a small group gives away. */
package be.leerkring.feedback.report;
