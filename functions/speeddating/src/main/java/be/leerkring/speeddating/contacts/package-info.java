/** The day after: with whom one would like to stay in touch, and addresses where two wish it. */
package be.leerkring.speeddating.contacts;
