/** The languages that the network speaks, and every text in each of them. */
package be.leerkring.platform.language;
