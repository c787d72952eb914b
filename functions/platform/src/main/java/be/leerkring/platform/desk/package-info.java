/** The organiser's desk: who works at it, the guard before its pages, and the log of what they change. */
package be.leerkring.platform.desk;
