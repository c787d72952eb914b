/** How organisers sign in, and who may. */
package be.leerkring.organiser.signin;
