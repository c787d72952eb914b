/** Links that carry a random token, of which the table keeps only the SHA-256. */
package be.leerkring.platform.links;
