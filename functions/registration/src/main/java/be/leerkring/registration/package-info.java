/** Registration: sign up, confirm by the mailed link, wait when it is full, and cancel. */
package be.leerkring.registration;
