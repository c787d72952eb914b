package be.leerkring.network.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member of the network.
 *
 * @param id lower-case letters, digits and hyphens
 * @param placeholder whether the name stands in for one that is not known
 * @param website an {@code http} or {@code https} address; empty for none
 * @param contact who speaks for it: a name; can be empty
 * @param email where to write to it: a mail address; can be empty
 * @param domains where its people have mail
 * @param formerIds the ids of those that were merged into it
 * @param formerNames how it was called before, and how those were called that were merged into it; the latest first
 * @param revision one more at every change
 */
public record Organisation(
        String id,
        String name,
        Kind kind,
        boolean placeholder,
        String website,
        String contact,
        String email,
        MailDomains domains,
        List<String> formerIds,
        List<String> formerNames,
        long revision) {

    public Organisation {
        formerIds = List.copyOf(formerIds);
        formerNames = List.copyOf(formerNames);
    }

    /** One of which nothing but this is known. */
    public Organisation(String id, String name, Kind kind, boolean placeholder) {
        this(id, name, kind, placeholder, "", "", "", MailDomains.NONE, List.of(), List.of(), 0);
    }

    /** What the funding agency knows the organisation as. */
    public enum Kind {
        SPEARHEAD_CLUSTER,
        INNOVATIVE_BUSINESS_NETWORK,
        OTHER;

        /** Whether the agency funds organisations of this kind. */
        public boolean subsidised() {
            return this != OTHER;
        }

        /** As it is written in texts' keys and in data files: {@code spearhead-cluster}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind that such a code names. */
        public static Kind withCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** The kind that such a code names, if it names one. */
        public static Optional<Kind> find(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** Whether this id is its own, or was that of one that was merged into it. */
    public boolean hasId(String other) {
        return id.equals(other) || formerIds.contains(other);
    }

    /** Whether it is called so, or was. */
    public boolean isCalled(ComparableName other) {
        return isNamed(other)
                || formerNames.stream().map(ComparableName::of).anyMatch(other::equals);
    }

    /** Whether it is called so now. */
    public boolean isNamed(ComparableName other) {
        return ComparableName.of(name).equals(other);
    }
}
