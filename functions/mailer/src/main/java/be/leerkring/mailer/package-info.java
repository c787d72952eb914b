/** The mailer: from the outbox to SES. */
package be.leerkring.mailer;
