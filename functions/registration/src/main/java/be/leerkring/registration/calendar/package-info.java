/** A person's sessions as a calendar that follows what becomes of them. */
package be.leerkring.registration.calendar;
