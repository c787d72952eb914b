/** What people write in more than a line: paragraphs, lists and links, by one small markup wherever it is shown. */
package be.leerkring.platform.markup;
