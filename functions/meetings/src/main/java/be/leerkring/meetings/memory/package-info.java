/** Who met whom so far, and with whom people would like to stay in touch. */
package be.leerkring.meetings.memory;
