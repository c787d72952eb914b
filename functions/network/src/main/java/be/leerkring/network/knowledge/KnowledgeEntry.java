package be.leerkring.network.knowledge;

import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.text.WebAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that helps to run a cluster organisation, and where to find it.
 *
 * @param id lower-case letters, digits and hyphens, at most 60
 * @param link where it is on the web, as {@link #isLink} takes it; empty where it is not
 * @param reference where else it is, in words, such as a folder and a file's name; may be empty
 * @param themes ids, such as {@code industrie-4-0}
 * @param session the id of the session that it belongs to, if it does
 * @param revision how often it was changed
 */
public record KnowledgeEntry(
        String id,
        Kind kind,
        LocalizedText title,
        LocalizedText summary,
        String link,
        String reference,
        List<String> themes,
        Optional<String> session,
        Instant created,
        long revision) {

    public KnowledgeEntry {
        if (!isId(id)) {
            throw new IllegalArgumentException("An entry's id has lower-case letters, digits and hyphens: " + id);
        }
        if (!link.isEmpty() && !isLink(link)) {
            throw new IllegalArgumentException("Entry " + id + " can't link to " + link + "; use an https address");
        }
        themes = List.copyOf(themes);
        if (!themes.stream().allMatch(ThemeNames::isId)) {
            throw new IllegalArgumentException("Entry " + id + " has a theme that is no id: " + themes);
        }
    }

    /** What an entry tells of. */
    public enum Kind {
        /** What the government offers. */
        SERVICE,
        /** What others do well. */
        PRACTICE,
        /** What was shown or handed out. */
        MATERIAL;

        /** As it is written in texts' keys, in addresses and in data files: {@code service}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind that such a code names, if it names one. */
        public static Optional<Kind> withCode(String code) {
            return List.of(values()).stream().filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** Whether an entry can link to this: a complete address on the web over TLS. */
    public static boolean isLink(String address) {
        return WebAddress.parse(address).filter(link -> link.scheme().equals("https")).isPresent();
    }

    /** Whether this can be the id of an entry, a theme or a session. */
    public static boolean isId(String id) {
        return id.matches("[a-z0-9-]{1,60}");
    }

    /** The site that the link leads to, such as {@code www.example.org}; empty where there is no link. */
    public String host() {
        return WebAddress.parse(link).map(WebAddress::shownHost).orElse("");
    }

    /** Whether it is not translated into this language. */
    public boolean lacks(Language language) {
        return title.lacks(language) || summary.lacks(language);
    }
}
