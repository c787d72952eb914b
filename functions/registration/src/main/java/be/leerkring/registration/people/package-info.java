/** The people of a session at the desk: found, added, approved, cancelled, exported. */
package be.leerkring.registration.people;
