/** The outbox: mails that are decided, written in the same transaction as the change that causes them. */
package be.leerkring.platform.mail;

