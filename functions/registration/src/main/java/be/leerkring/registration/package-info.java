/** Registration: sign up, confirm, wait in line and be offered a seat, change, pass on, leave; and one's own data. */
package be.leerkring.registration;
