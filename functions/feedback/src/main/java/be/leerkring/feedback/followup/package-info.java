/** The form behind the mail of three months later: what somebody did with a session, and with whom they went on. */
package be.leerkring.feedback.followup;
