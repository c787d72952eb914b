/** What participants are told without their asking: reminders, and that a session was moved or called off. */
package be.leerkring.registration.news;
