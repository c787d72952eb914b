/** What arrives from outside, before it is a request that pages are made for: addresses, cookies, headers. */
package be.leerkring.platform.request;
