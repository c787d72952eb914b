/** What people say that they need at a session, and how long that is kept; all corners of the room speak of it. */
package be.leerkring.registration.need;
