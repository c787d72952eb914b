/**
 * How long functions take to start and to answer first, what they load for it, and the images whose start is learnt
 * beforehand.
 */
package be.leerkring.local.start;
