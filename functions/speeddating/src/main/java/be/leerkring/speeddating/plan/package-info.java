/** Planning speed-dates at the desk: the form, the plan with its proof, and its changes on the day. */
package be.leerkring.speeddating.plan;
