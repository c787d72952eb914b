/** What an organiser puts right about a person: name, address, organisation, role, language and themes. */
package be.leerkring.registration.correction;
