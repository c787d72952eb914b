/** Cooperations: what participants report, for organisers to confirm, keep and publish; and a page for each. */
package be.leerkring.feedback.cooperation;
