/** Whoever lost the mails that lead to their registrations asks for them anew, by an address alone. */
package be.leerkring.registration.find;
