/** What API Gateway gives to each request, given by the laptop. */
package be.leerkring.local.request;
