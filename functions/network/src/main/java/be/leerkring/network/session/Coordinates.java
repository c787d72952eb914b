package be.leerkring.network.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A point on a map, in degrees (WGS 84) of at most six decimals: a step.
 *
 * @param latitude from -90 to 90, the north positive
 * @param longitude from -180 to 180, the east positive
 */
public record Coordinates(BigDecimal latitude, BigDecimal longitude) {

    private static final int DECIMALS = 6;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);

    private static final String NUMBER = "([+-]?\\d{1,3}(?:[.,]\\d{1,15})?)";

    /** As maps show them to be copied; some write the decimals after a comma. */
    private static final Pattern TYPED = Pattern.compile(NUMBER + "(?:\\s*[,;]\\s*|\\s+)" + NUMBER);

    public Coordinates {
        latitude = rounded(latitude);
        longitude = rounded(longitude);
        if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(ANTIMERIDIAN) > 0) {
            throw new IllegalArgumentException("Not on the earth: " + latitude + ", " + longitude);
        }
    }

    private static BigDecimal rounded(BigDecimal degrees) {
        var shorter = degrees.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0, RoundingMode.UNNECESSARY) : shorter;
    }

    /** The point that somebody typed, such as {@code 50.8503, 4.354}; empty where it can't be one. */
    public static Optional<Coordinates> parse(String typed) {
        var parts = TYPED.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Coordinates(degrees(parts.group(1)), degrees(parts.group(2))));
        } catch (IllegalArgumentException nowhere) {
            return Optional.empty();
        }
    }

    private static BigDecimal degrees(String typed) {
        return new BigDecimal(typed.replace(',', '.'));
    }

    /** As it is typed: {@code 50.8503, 4.354}. */
    public String text() {
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }
}
