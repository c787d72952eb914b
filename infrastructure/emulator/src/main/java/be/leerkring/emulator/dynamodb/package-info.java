/** Embedded DynamoDB. */
package be.leerkring.emulator.dynamodb;
