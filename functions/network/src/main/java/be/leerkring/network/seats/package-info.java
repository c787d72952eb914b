/** How many seats a session has, who holds them, and who stands in line. */
package be.leerkring.network.seats;
