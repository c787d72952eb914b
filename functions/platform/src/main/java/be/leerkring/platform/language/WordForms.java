package be.leerkring.platform.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The singular of a plural and the plural of a singular, in Dutch and English, as far as endings tell: {@code centra}
 * for centrum, {@code bedrijf} for bedrijven, {@code companies} for company. A stemmer cuts words into pieces that are
 * none, so that {@code centra} stays apart from {@code centrum}; this makes whole words, and some that do not exist,
 * which then stand nowhere. Both languages count everywhere: their words stand in each other's texts.
 */
final class WordForms {

    /** Shorter ones are the end of too many others, as "men" is of "samen". */
    private static final int SHORTEST = 3;

    private static final String VOWELS = "aeiou";

    /** Words, and the ends of longer ones, whose vowel is short in the singular and long in the plural. */
    private static final Set<String> SHORT = Set.of(
            "dag", "weg", "drag", "slag", "dak", "dal", "gat", "glas", "graf", "hof", "lot", "oorlog", "pad", "spel",
            "vat", "bad", "blad", "bod", "bevel", "gebrek", "schot");

    /** What the singular ends in, and what the plural ends in; either way. */
    private static final Map<String, String> PAIRS = Map.of(
            "heid", "heden", "lid", "leden", "stad", "steden", "um", "a", "cus", "ci", "y", "ies", "sis", "ses");

    private static final Pattern OPEN = Pattern.compile(".*[^aeiou][aeou][bcdfgklmnprst]");
    private static final Pattern CLOSED = Pattern.compile("(.*)([aeou])\\2([bcdfgklmnprst])");
    private static final Pattern UNSTRESSED = Pattern.compile(".*(el|er|em|en)");
    private static final Pattern DOUBLED = Pattern.compile("(.*)([bcdfgklmnprst])\\2");
    private static final Pattern ENGLISH = Pattern.compile(".*(s|x|ch|sh)es");

    private WordForms() {}

    /** The other forms of a word in plain letters, each in plain letters; none where no ending is known. */
    static Set<String> of(String word) {
        var forms = new LinkedHashSet<String>();
        PAIRS.forEach((one, many) -> {
            swap(word, one, many, forms);
            swap(word, many, one, forms);
        });
        if (word.endsWith("en")) {
            singulars(word.substring(0, word.length() - 2), forms);
        } else if (ENGLISH.matcher(word).matches()) {
            forms.add(word.substring(0, word.length() - 2));
        } else if (word.endsWith("s") && !word.endsWith("ss") && word.length() > SHORTEST + 1) {
            forms.add(word.substring(0, word.length() - 1));
        }
        plurals(word, forms);
        return forms.stream()
                .filter(form -> form.length() >= SHORTEST && !form.equals(word))
                .collect(Collectors.toSet());
    }

    private static void swap(String word, String end, String other, Set<String> forms) {
        if (word.endsWith(end) && word.length() - end.length() + other.length() > SHORTEST) {
            forms.add(word.substring(0, word.length() - end.length()) + other);
        }
    }

    /** What the plural in -en of which this is the rest can be of: scholen of school, huizen of huis. */
    private static void singulars(String rest, Set<String> forms) {
        if (rest.isEmpty()) {
            return;
        }
        if (rest.endsWith("er")) {
            forms.add(rest.substring(0, rest.length() - 2));
        }
        var stem = hard(rest);
        var doubled = DOUBLED.matcher(stem);
        if (doubled.matches()) {
            forms.add(doubled.group(1) + doubled.group(2));
        } else if (!isOpen(stem)) {
            forms.add(stem);
        } else {
            var vowel = stem.charAt(stem.length() - 2);
            forms.add(stem.substring(0, stem.length() - 1) + vowel + stem.charAt(stem.length() - 1));
            if (UNSTRESSED.matcher(stem).matches() || SHORT.stream().anyMatch(stem::endsWith)) {
                forms.add(stem);
            }
        }
    }

    /** A word ends in f or s where its plural has v or z. */
    private static String hard(String rest) {
        var last = rest.length() - 1;
        return switch (rest.charAt(last)) {
            case 'v' -> rest.substring(0, last) + "f";
            case 'z' -> rest.substring(0, last) + "s";
            default -> rest;
        };
    }

    private static boolean isOpen(String stem) {
        return OPEN.matcher(stem).matches()
                || (stem.length() == 2 && VOWELS.indexOf(stem.charAt(0)) >= 0);
    }

    /** The plurals in which the singular does not stand: scholen of school, huizen of huis, brieven of brief. */
    private static void plurals(String word, Set<String> forms) {
        var closed = CLOSED.matcher(word);
        var stem = closed.matches() ? closed.group(1) + closed.group(2) + closed.group(3) : word;
        var stems = stem.endsWith("f") || stem.endsWith("s") ? List.of(stem, soft(stem)) : List.of(stem);
        stems.stream().filter(one -> !one.startsWith(word)).map(one -> one + "en").forEach(forms::add);
    }

    private static String soft(String stem) {
        return stem.substring(0, stem.length() - 1) + (stem.endsWith("f") ? "v" : "z");
    }
}
