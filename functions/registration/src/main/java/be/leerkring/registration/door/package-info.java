/** The door: who is here, walk-ins, and the lists and badges to print. */
package be.leerkring.registration.door;
