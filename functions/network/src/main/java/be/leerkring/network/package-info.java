/** The nouns that several rooms read: organisations, sessions, seats, participants, knowledge, themes, figures, voice. */
package be.leerkring.network;
