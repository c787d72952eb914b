/** The plan of a session's speed-dates as it is kept, and what one person sees of it. */
package be.leerkring.meetings.plan;
