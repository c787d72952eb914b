/** Messages that organisers write to the people of a session. */
package be.leerkring.registration.messages;
