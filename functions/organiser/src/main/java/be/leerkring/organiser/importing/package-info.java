/** Taking over the list of organisations from a spreadsheet. */
package be.leerkring.organiser.importing;
