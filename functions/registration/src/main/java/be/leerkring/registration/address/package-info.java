/** A participant who is to be reached at another address: what is asked, and the link that proves it. */
package be.leerkring.registration.address;
