/** Telling everybody whom they meet. */
package be.leerkring.speeddating.announcement;
