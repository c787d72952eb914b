package be.leerkring.network;

import java.util.Locale;

/**
 * A member of the network.
 *
 * @param id lower-case letters, digits and hyphens
 * @param placeholder whether the name stands in for one that is not known
 */
public record Organisation(String id, String name, Kind kind, boolean placeholder) {

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
    }
}
