/** What the site has to say of itself: what it keeps about people, and how well everybody can use it. */
package be.leerkring.programme.statement;
