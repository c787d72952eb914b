/** What a session's people need, as its organisers read it: in sum, by person, on paper and as a file. */
package be.leerkring.registration.needs;
