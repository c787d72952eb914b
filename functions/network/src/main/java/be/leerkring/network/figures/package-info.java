/** What sessions came to, in figures that outlive the people in them. */
package be.leerkring.network.figures;
