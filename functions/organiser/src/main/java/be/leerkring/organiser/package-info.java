/** The desk's entrance and its front page: organisers sign in by a mailed link, and see what needs them now. */
package be.leerkring.organiser;
