package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a session asks of those who register, so that its organisers can see to what they need. */
public sealed interface Question {

    /** So many a session asks at the most: the form to register with stays short. */
    int MOST = 5;

    /** What is asked so often that every language has words for it, and for what is often answered. */
    enum Kind {
        DIET,
        ACCESS,
        INTERPRETER,
        PARKING;

        /** As it is stored, and as it is written in texts' keys: {@code diet}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The answers to choose from, as they are stored; the key of their text is {@code question.diet.vegan}. */
        public List<String> choices() {
            return switch (this) {
                case DIET -> List.of("vegetarian", "vegan", "halal", "gluten-free");
                case ACCESS -> List.of("wheelchair", "hearing-loop", "companion");
                case INTERPRETER -> List.of("sign-language", "speech-to-text");
                case PARKING -> List.of("reserved");
            };
        }

        /** The kind with this code. */
        public static Optional<Kind> withCode(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** One from the list. */
    record Known(Kind kind) implements Question {}

    /**
     * One that organisers wrote.
     *
     * @param number tells it from the session's others, from 1; it stays when another is taken away
     * @param text in at least one language
     */
    record Own(int number, LocalizedText text) implements Question {}
}
