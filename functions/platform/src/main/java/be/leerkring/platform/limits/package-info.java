/** How often something may be tried. */
package be.leerkring.platform.limits;
