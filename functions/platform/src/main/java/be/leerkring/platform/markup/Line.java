package be.leerkring.platform.markup;

import be.leerkring.platform.text.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line of what somebody wrote, in pieces: words, and links. */
public record Line(List<Piece> pieces) {

    /** Words that name a link. An address may hold brackets in pairs. */
    private static final Pattern NAMED = Pattern
            .compile("(?i)\\[(?<words>[^\\[\\]]+)\\]\\((?<address>https?://(?:[^\\s()]|\\([^\\s()]*\\))+)\\)");

    public Line {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece of a line.
     *
     * @param address where it leads to; empty where it is no link
     */
    public record Piece(String words, String address) {

        public boolean isLink() {
            return !address.isEmpty();
        }

        private String plainText() {
            return !isLink() || Addresses.isShown(this) ? words : words + " (" + address + ")";
        }
    }

    /** A line that an organiser wrote. */
    public static Line of(String text) {
        var pieces = new ArrayList<Piece>();
        var named = NAMED.matcher(text);
        int end = 0;
        while (named.find()) {
            var words = named.group("words").strip();
            var address = WebAddress.parse(named.group("address"));
            if (address.isPresent() && !words.isEmpty() && !Addresses.isIn(words)) {
                pieces.addAll(Addresses.pieces(text.substring(end, named.start())));
                pieces.add(new Piece(words, address.get().text()));
                end = named.end();
            }
        }
        pieces.addAll(Addresses.pieces(text.substring(end)));
        return new Line(pieces);
    }

    /** A line that somebody else wrote: each link says where it leads to. */
    static Line ofVisitor(String text) {
        return new Line(Addresses.pieces(text));
    }

    /** What it says, without where its links lead to. */
    public String words() {
        return pieces.stream().map(Piece::words).collect(Collectors.joining());
    }

    /** What it says, with where its links lead to. */
    public String plainText() {
        return pieces.stream().map(Piece::plainText).collect(Collectors.joining());
    }
}
