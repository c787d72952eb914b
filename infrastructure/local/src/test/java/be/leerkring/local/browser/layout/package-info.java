/** Where things stand on a page, measured in a browser. */
package be.leerkring.local.browser.layout;
