/**
 * The one test kit: a room on an embedded table, somebody with a browser, a process that dies, a meter, heavy proofs.
 */
package be.leerkring.testing;
