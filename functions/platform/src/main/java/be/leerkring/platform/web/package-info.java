/** Pages, forms and their errors, the visitor's language, and the headers of every answer. */
package be.leerkring.platform.web;
