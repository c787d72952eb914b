/** How often something may be tried, and how many mails go to addresses that nobody proved. */
package be.leerkring.platform.limits;
