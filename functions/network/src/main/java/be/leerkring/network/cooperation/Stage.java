package be.leerkring.network.cooperation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a cooperation is. */
public enum Stage {
    /** They talked again. */
    TALKED,
    /** They have a plan. */
    PLAN,
    /** They agreed on it. */
    AGREED,
    /** They are at it. */
    RUNNING,
    /** Something came of it. */
    RESULT,
    /** It is over. */
    ENDED;

    /** Those on the way, in their order: all but the end. */
    public static final List<Stage> ON_THE_WAY = List.of(TALKED, PLAN, AGREED, RUNNING, RESULT);

    /** As it is written in texts' keys, in forms and in addresses: {@code talked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage that such a code names, if it names one. */
    public static Optional<Stage> withCode(String code) {
        return List.of(values()).stream().filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** Whether somebody should hear how it goes on. */
    boolean moves() {
        return this != RESULT && this != ENDED;
    }
}
