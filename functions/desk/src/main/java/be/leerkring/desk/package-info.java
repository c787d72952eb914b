/** What every page of the desk shares: who is signed in, the guard, the navigation, and the log of what changed. */
package be.leerkring.desk;
