/** What wakes registration: the table's stream, and the schedule. */
package be.leerkring.registration.events;
