/** The knowledge base: found by everybody, kept at the desk. */
package be.leerkring.programme.knowledge;
