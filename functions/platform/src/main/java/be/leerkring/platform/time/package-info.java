/** The one clock, the network's time zone, and its working days. */
package be.leerkring.platform.time;
