/** The planner: who meets whom in which round, and how far that is from the best possible. */
package be.leerkring.speeddating.planner;
