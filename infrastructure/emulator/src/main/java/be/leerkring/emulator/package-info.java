/** Embedded stand-ins for what Leerkring uses of AWS, read from its own stack template, for tests and the laptop. */
package be.leerkring.emulator;
