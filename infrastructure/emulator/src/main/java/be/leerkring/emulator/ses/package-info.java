/** Embedded SES, and what it reports. */
package be.leerkring.emulator.ses;
