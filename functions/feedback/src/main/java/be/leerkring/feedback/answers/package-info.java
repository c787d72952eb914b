/** The form behind the mail, and the answers. */
package be.leerkring.feedback.answers;
