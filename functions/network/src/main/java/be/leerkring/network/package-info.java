/** The nouns that several rooms read: organisations, sessions, seats, participants, knowledge, figures, voice. */
package be.leerkring.network;
