/** The rounds on the beamer and on paper. */
package be.leerkring.speeddating.paper;
