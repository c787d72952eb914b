package be.leerkring.platform.web;

import be.leerkring.platform.head.PageAddress;
import be.leerkring.platform.language.Language;

/**
 * One request, as far as every page needs to know it. A controller method that has it among its arguments gets it.
 *
 * @param address what was asked for
 * @param language in which to answer
 * @param chosen whether the reader chose that language on the site; if not, a page that knows its reader knows better
 * @param secure whether the request came over TLS
 * @param source the network that it came from, as tries are counted ({@link be.leerkring.platform.request.Source})
 * @param number by which the logs know this request ({@link be.leerkring.platform.request.RequestNumber}); can be empty
 */
public record Visit(PageAddress address, Language language, boolean chosen, boolean secure, String source,
        String number) {

    /** One of which no more than the path is known. */
    public Visit(String path, Language language, boolean chosen, boolean secure, String source, String number) {
        this(PageAddress.of(path), language, chosen, secure, source, number);
    }

    /** The path asked for, without its query. */
    public String path() {
        return address.path();
    }

    /** The same visit in the language that the reader asked for elsewhere, unless they chose one on the site. */
    public Visit by(Language reader) {
        return chosen ? this : new Visit(address, reader, false, secure, source, number);
    }
}
