/** Holds every call to the table against the template's policies: as IAM would, and at once. */
package be.leerkring.testing.policies;

