/**
 * What people say that they need at a session: what they were asked, what they answered, and how long that is kept; all
 * corners of the room speak of it, and it speaks of none of them.
 */
package be.leerkring.registration.need;
