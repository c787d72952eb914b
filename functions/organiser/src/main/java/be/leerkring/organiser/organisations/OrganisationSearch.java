package be.leerkring.organiser.organisations;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.platform.language.SearchWords;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.text.Folding;
import be.leerkring.platform.text.WebAddress;
import be.leerkring.platform.web.FormText;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Which of the organisations an organiser wants to see.
 *
 * @param words as they were typed; empty for all
 * @param kind empty for all
 * @param page from 1
 */
public record OrganisationSearch(String words, Optional<Organisation.Kind> kind, int page) {

    static OrganisationSearch of(FormText asked) {
        return new OrganisationSearch(
                asked.line("q"),
                Organisation.Kind.find(asked.line("kind")),
                asked.line("page").matches("[1-9]\\d{0,3}") ? Integer.parseInt(asked.line("page")) : 1);
    }

    boolean isEmpty() {
        return words.isEmpty() && kind.isEmpty();
    }

    /** A page of what was asked for, by name. */
    Found in(OrganisationList list) {
        var sought = SearchWords.of(words);
        var all = list.all().stream()
                .filter(organisation -> kind.filter(sort -> organisation.kind() != sort).isEmpty())
                .filter(organisation -> sought.areIn(texts(organisation)))
                .sorted(Comparator.comparing(Organisation::name, Folding.alphabet()).thenComparing(Organisation::id))
                .toList();
        var last = Math.max(1, Math.ceilDiv(all.size(), Found.ROWS));
        return new Found(this, list.all().size(), all, Math.min(page, last));
    }

    private static List<String> texts(Organisation organisation) {
        return Stream.concat(
                Stream.of(
                        organisation.name(),
                        organisation.website(),
                        WebAddress.shown(organisation.website()),
                        organisation.contact(),
                        organisation.email(),
                        EmailAddress.shown(organisation.email())),
                organisation.formerNames().stream())
                .toList();
    }

    /** The end of the address of another page. */
    String at(int other) {
        var parameters = new StringJoiner("&", "?", "");
        if (!words.isEmpty()) {
            parameters.add("q=" + URLEncoder.encode(words, UTF_8));
        }
        kind.ifPresent(sort -> parameters.add("kind=" + sort.code()));
        return parameters.add("page=" + other).toString();
    }

    /**
     * What was found.
     *
     * @param listed how many organisations there are
     * @param all those that were asked for, by name
     * @param page which of its pages this is, from 1
     */
    public record Found(OrganisationSearch search, int listed, List<Organisation> all, int page) {

        static final int ROWS = 100;

        List<Organisation> rows() {
            return all.stream().skip((page - 1L) * ROWS).limit(ROWS).toList();
        }

        boolean hasNext() {
            return all.size() > page * ROWS;
        }
    }
}
