/** The nouns that several rooms read: organisations, sessions, seats, participants, knowledge, themes. */
package be.leerkring.network;
