/** Who takes part and when they meet: organisations, sessions, participants; read by every feature. */
package be.leerkring.network;
