/** What the network knows: services, good practices, and material of sessions. */
package be.leerkring.network.knowledge;
