/** The map of the network, as it grew from session to session. */
package be.leerkring.speeddating.map;
