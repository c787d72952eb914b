/** What the forms about a person have in common: the session that they are for, the organisation that is chosen. */
package be.leerkring.registration.form;
