/** What is counted for those who look after the site: numbers and no names. */
package be.leerkring.platform.metrics;
