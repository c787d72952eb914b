package be.leerkring.platform.markup;

import be.leerkring.platform.markup.Line.Piece;
import be.leerkring.platform.text.Domain;
import be.leerkring.platform.text.MailLink;
import be.leerkring.platform.text.WebAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Addresses on the web and of mail, as they stand among words. */
final class Addresses {

    /** Without any of these there is no address, and nothing has to look for one. */
    private static final Pattern TRACE = Pattern.compile("(?i)://|www\\.|@");

    /** What follows an address and is none of it: the library knows the quotes of ASCII alone. */
    private static final Pattern AFTER = Pattern.compile("[\\p{Cf}\\p{Zs}].*|[”’»…“]+[.,;:!?)]*$");

    private Addresses() {}

    /** Loaded by the first text that may have an address. */
    private static final class Finder {

        private static final LinkExtractor ALL = LinkExtractor.builder()
                .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
                .build();
    }

    /** The text in pieces. */
    static List<Piece> pieces(String text) {
        if (!TRACE.matcher(text).find()) {
            return text.isEmpty() ? List.of() : List.of(new Piece(text, ""));
        }
        var pieces = new ArrayList<Piece>();
        int end = 0;
        for (var link : Finder.ALL.extractLinks(text)) {
            var words = AFTER.matcher(text.substring(link.getBeginIndex(), link.getEndIndex())).replaceFirst("");
            var address = address(link, words);
            if (address.isPresent()) {
                addWords(pieces, text.substring(end, link.getBeginIndex()));
                pieces.add(new Piece(words, address.get()));
                end = link.getBeginIndex() + words.length();
            }
        }
        addWords(pieces, text.substring(end));
        return pieces;
    }

    private static void addWords(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, ""));
        }
    }

    private static Optional<String> address(LinkSpan link, String words) {
        return switch (link.getType()) {
            case URL -> WebAddress.parse(words).map(WebAddress::text);
            case WWW -> WebAddress.parse("https://" + words).map(WebAddress::text);
            case EMAIL -> mail(words);
        };
    }

    private static Optional<String> mail(String words) {
        var at = words.lastIndexOf('@');
        return Domain.parse(words.substring(at + 1))
                .map(domain -> MailLink.to(words.substring(0, at) + "@" + domain.text()));
    }

    /** Whether these words have an address: what leads to another one must not be called so. */
    static boolean isIn(String words) {
        return pieces(words).stream().anyMatch(Piece::isLink);
    }

    /** Whether a link's words are its address. */
    static boolean isShown(Piece link) {
        return pieces(link.words()).equals(List.of(link));
    }
}
