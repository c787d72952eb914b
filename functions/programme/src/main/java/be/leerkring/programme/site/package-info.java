/** The programme as everybody sees it, and its calendars. */
package be.leerkring.programme.site;
