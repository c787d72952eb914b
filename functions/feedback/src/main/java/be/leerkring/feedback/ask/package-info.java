/** Asking, by mail, what a session brought. */
package be.leerkring.feedback.ask;
