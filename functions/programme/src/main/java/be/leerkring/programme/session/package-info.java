/** The editor of sessions at the desk: drafts, changes, copies. */
package be.leerkring.programme.session;

