/** The one DynamoDB table: keys, items, reads in one round trip, and transactions whose refusal is an answer. */
package be.leerkring.platform.table;
