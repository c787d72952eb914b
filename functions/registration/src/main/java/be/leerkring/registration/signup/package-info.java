/** Signing up: the form, the mailed link, and the seat or the place in line that confirming leads to. */
package be.leerkring.registration.signup;
