/** Feedback: asks what a session brought, and keeps the answers apart from who was there. */
package be.leerkring.feedback;
