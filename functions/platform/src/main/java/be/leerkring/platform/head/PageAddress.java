package be.leerkring.platform.head;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.request.Address;

/**
 * Where a page is.
 *
 * @param site the site's own address, without a slash at the end
 * @param path from the site's root on, without a query
 * @param query what was asked for besides the language, as a query has it; can be empty
 * @param namesLanguage whether the address says in which language the page is to be
 */
public record PageAddress(String site, String path, String query, boolean namesLanguage) {

    /** The part of a query that says in which language a page is to be. */
    public static final String LANGUAGE = "language";

    /** A page that nobody asked for by its address. */
    public static PageAddress of(String path) {
        return new PageAddress("", path, "", false);
    }

    /** From this page, the same with all that was asked for in another language. */
    public String in(Language language) {
        return "?" + LANGUAGE + "=" + language.code() + (query.isEmpty() ? "" : "&" + query);
    }

    /** By which the page is known in whatever language its reader prefers. */
    public String complete() {
        return site + Address.legal(path);
    }

    /** By which the page is known in this language. */
    public String complete(Language language) {
        return complete() + "?" + LANGUAGE + "=" + language.code();
    }

    /**
     * By which the page is known, whatever else was asked for in it (RFC 6596).
     *
     * @param language that of the page
     */
    public String canonical(Language language) {
        return namesLanguage ? complete(language) : complete();
    }
}
