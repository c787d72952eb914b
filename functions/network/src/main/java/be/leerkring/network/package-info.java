/** The nouns that several rooms read: organisations, sessions, seats, participants, knowledge, themes, figures. */
package be.leerkring.network;
