/** How the laptop starts as fast as it does. */
package be.leerkring.local.rehearsal;
