/** What came of contacts: cooperations of organisations, and what participants report of them months after a session. */
package be.leerkring.network.cooperation;
