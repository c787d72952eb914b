/** The waiting list: who is offered a seat that comes free, and for how long it is held. */
package be.leerkring.registration.line;
