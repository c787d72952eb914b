/** What sessions, sources and people's interests are about. */
package be.leerkring.network.theme;
