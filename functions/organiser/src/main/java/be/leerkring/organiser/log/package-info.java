/** The log of changes at the desk. */
package be.leerkring.organiser.log;
