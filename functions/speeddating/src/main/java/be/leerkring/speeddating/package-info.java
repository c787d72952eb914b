/** Speed-dating at a session: who meets whom in which round, as it is planned, told and shown. */
package be.leerkring.speeddating;
