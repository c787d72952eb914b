package be.leerkring.network.organisation;

import be.leerkring.platform.text.Folding;
import java.util.regex.Pattern;

/**
 * An organisation's name as it is compared with others: in plain letters, whatever the spaces. Whoever looks
 * for a name in a list makes it once.
 *
 * @param text the same for all names that count as one
 */
public record ComparableName(String text) {

    /** No organisation has a longer name; folding one costs up to eighteen times its length. */
    private static final int LONGEST = 300;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** Of a name as it was typed. One that is longer than any can be is the same as itself alone. */
    public static ComparableName of(String name) {
        return new ComparableName(name.length() > LONGEST
                ? name
                : SPACE.matcher(Folding.plain(name)).replaceAll(" ").strip());
    }
}
