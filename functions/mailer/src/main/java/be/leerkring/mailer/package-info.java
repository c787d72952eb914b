/** The mailer: from the outbox to SES, what SES reports back, and unsubscribing. */
package be.leerkring.mailer;
