/** A registration, one person at one session: what is true of it in each state, and where it can go from there. */
package be.leerkring.registration.state;
