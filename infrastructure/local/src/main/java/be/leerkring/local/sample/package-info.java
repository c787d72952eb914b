/** What was made up around the network of 2017: whom people met at its first session, and what they said of it. */
package be.leerkring.local.sample;
