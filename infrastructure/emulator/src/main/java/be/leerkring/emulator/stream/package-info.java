/** The table's stream as Lambda reads it: shards, batches, filters. */
package be.leerkring.emulator.stream;
