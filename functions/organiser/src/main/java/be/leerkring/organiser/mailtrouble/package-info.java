/** Mails that did not reach their readers, and what can be done. */
package be.leerkring.organiser.mailtrouble;
