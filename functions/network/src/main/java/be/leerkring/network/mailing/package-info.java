/** Mailing many of a session's people, each once, however often it is cut off. */
package be.leerkring.network.mailing;
