/** One's own registration: to see, change, pass on, cancel, and all that is kept about one. */
package be.leerkring.registration.own;
