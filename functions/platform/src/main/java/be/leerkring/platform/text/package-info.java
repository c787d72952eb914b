/** What people type, in the one form in which the network keeps, compares and shows it: lines, names, domains. */
package be.leerkring.platform.text;
