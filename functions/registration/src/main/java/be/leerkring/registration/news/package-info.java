/** What participants are told by itself: reminders, and that a session moved or is called off. */
package be.leerkring.registration.news;
