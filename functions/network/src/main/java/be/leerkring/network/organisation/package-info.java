/** The members of the network, by name and kind. */
package be.leerkring.network.organisation;
