/** What people say of sessions on the site, and what organisers answer them. */
package be.leerkring.network.voice;
