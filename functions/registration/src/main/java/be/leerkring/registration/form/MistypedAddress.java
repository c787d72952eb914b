package be.leerkring.registration.form;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses that look as if a letter slipped: at almost the name of a provider at which many people have their mail. It
 * only asks, for anybody may have a domain of any name; whoever sends the same address again is believed.
 */
public final class MistypedAddress {

    /** The field with the address about which the form asked; whoever sends it once more is sure of it. */
    public static final String SURE = "sureOf";

    /** The box by which one takes the address that the form proposes. */
    public static final String MEANT = "meant";

    /** Where people in Flanders have their private mail, by name; and under which domains, the usual one first. */
    private static final Map<String, List<String>> PROVIDERS = Map.ofEntries(
            Map.entry("gmail", List.of("com")),
            Map.entry("hotmail", List.of("com", "be")),
            Map.entry("outlook", List.of("com", "be")),
            Map.entry("live", List.of("be", "com")),
            Map.entry("yahoo", List.of("com", "fr")),
            Map.entry("icloud", List.of("com")),
            Map.entry("telenet", List.of("be")),
            Map.entry("skynet", List.of("be")),
            Map.entry("proximus", List.of("be")),
            Map.entry("pandora", List.of("be")),
            Map.entry("scarlet", List.of("be")),
            Map.entry("belgacom", List.of("net")),
            Map.entry("edpnet", List.of("be")),
            Map.entry("vlaanderen", List.of("be")),
            Map.entry("protonmail", List.of("com")));

    /** These have addresses under the domain of many a country. */
    private static final Set<String> ABROAD = Set.of("hotmail", "outlook", "live", "yahoo");

    /** What is close to one of them by name, and is a provider too. */
    private static final Set<String> OTHERS = Set.of("mail.com", "email.com", "ymail.com", "gmx.com", "googlemail.com",
            "protonmail.ch", "outlook.office.com", "belgacom.be", "skynet.net", "lives.be", "olive.be", "love.be");

    /** Countries whose domain is what is left of one that was typed in haste. */
    private static final Set<String> HASTE = Set.of("co", "cm", "om", "ne", "bz");

    private static final Set<String> COUNTRIES = Stream.concat(
            Arrays.stream(Locale.getISOCountries()).map(code -> code.toLowerCase(Locale.ROOT)),
            Stream.of("uk", "eu"))
            .filter(Predicate.not(HASTE::contains))
            .collect(Collectors.toUnmodifiableSet());

    /** Names this short are too close to many others: of them, only the domain's end is looked at. */
    private static final int SHORT = 5;

    /** Of names this long, two letters may have slipped. */
    private static final int LONG = 8;

    private MistypedAddress() {}

    /** The address in the field {@code email}: as it was typed, or as the form proposed it where that box is ticked. */
    public static String chosen(FormText form) {
        var typed = form.line("email");
        var meant = form.line(MEANT);
        return !meant.isEmpty() && form.line(SURE).equals(typed) ? meant : typed;
    }

    /** What was probably meant by what was typed; empty where nothing speaks for it, or where it is no address. */
    public static Optional<EmailAddress> meant(String typed) {
        return EmailAddress.parse(typed).flatMap(MistypedAddress::meant);
    }

    private static Optional<EmailAddress> meant(EmailAddress typed) {
        var domain = typed.domain().text();
        var dot = domain.indexOf('.');
        var name = domain.substring(0, dot);
        var end = domain.substring(dot + 1);
        if (OTHERS.contains(domain) || isReal(name, end)) {
            return Optional.empty();
        }
        return PROVIDERS.entrySet().stream()
                .flatMap(provider -> provider.getValue().stream().map(usual -> new Guess(
                        provider.getKey(),
                        usual,
                        slips(name, provider.getKey()),
                        slips(end, usual))))
                .filter(guess -> guess.isLikely(name))
                .min(Comparator.comparing(Guess::slips).thenComparing(guess -> PROVIDERS.get(guess.name()).indexOf(
                        guess.end())))
                .flatMap(guess -> EmailAddress.parse(
                        typed.text().substring(0, typed.text().lastIndexOf('@') + 1) + guess.name() + "."
                                + guess.end()));
    }

    private static boolean isReal(String name, String end) {
        return PROVIDERS.getOrDefault(name, List.of()).contains(end)
                || (ABROAD.contains(name)
                        && (COUNTRIES.contains(end) || end.startsWith("co.") || end.startsWith("com.")));
    }

    /** A provider, and how many letters slipped in its name and in what follows it. */
    private record Guess(String name, String end, int inName, int inEnd) {

        int slips() {
            return inName + inEnd;
        }

        boolean isLikely(String typed) {
            var most = name.length() < SHORT ? 0 : name.length() < LONG ? 1 : 2;
            return (inName <= most && inEnd <= 1 && beginsAlike(typed)) || (inName == 0 && !ABROAD.contains(name));
        }

        /** The first letter seldom slips; with another one it is another name. */
        private boolean beginsAlike(String typed) {
            return !typed.isEmpty() && name.substring(0, 2).indexOf(typed.charAt(0)) >= 0;
        }
    }

    /** How many letters were left out, put in, changed or swapped with their neighbour (optimal string alignment). */
    private static int slips(String typed, String meant) {
        var distance = new int[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : least(distance, typed, meant, i, j);
            }
        }
        return distance[typed.length()][meant.length()];
    }

    private static int least(int[][] distance, String typed, String meant, int i, int j) {
        var same = typed.charAt(i - 1) == meant.charAt(j - 1);
        var least = Math.min(
                distance[i - 1][j - 1] + (same ? 0 : 1),
                1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        var swapped = i > 1 && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
