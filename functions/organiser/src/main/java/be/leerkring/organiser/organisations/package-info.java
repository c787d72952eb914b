/** The list of organisations at the desk: found, changed, merged. */
package be.leerkring.organiser.organisations;
