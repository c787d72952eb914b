/** Closing a session: who was there and who was not is decided, and its figures are frozen. */
package be.leerkring.registration.closing;
