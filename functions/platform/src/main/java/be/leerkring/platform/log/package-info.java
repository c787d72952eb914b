/** How a line of a function's log is written. */
package be.leerkring.platform.log;
