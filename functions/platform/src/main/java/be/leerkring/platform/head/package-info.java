/** Where a page is, and what it says of itself to browsers, to search engines and to whoever is sent its link. */
package be.leerkring.platform.head;
