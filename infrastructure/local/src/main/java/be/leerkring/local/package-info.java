/** The whole site on a laptop: server, inbox and clock; never deployed. */
package be.leerkring.local;
