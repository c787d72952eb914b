/** One dated meeting of the network, and its appointment in a calendar. */
package be.leerkring.network.session;
