package be.leerkring.platform.time;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Texts;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** Instants as the people of the network read them: in the network's time zone, in their language. */
@Singleton
public final class NetworkTime {

    private final ZoneId zone;

    /**
     * @param zone an IANA time zone, such as {@code Europe/Brussels}
     */
    public NetworkTime(@Value("${TIME_ZONE}") String zone) {
        this.zone = ZoneId.of(zone);
    }

    /** The zone in which sessions happen. */
    public ZoneId zone() {
        return zone;
    }

    /** The instant on the network's own wall clock. */
    public ZonedDateTime local(Instant instant) {
        return instant.atZone(zone);
    }

    /**
     * The instant at which that clock shows this: the first of two where it goes back an hour, and empty where it skips
     * one.
     */
    public Optional<Instant> instant(LocalDateTime local) {
        return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
    }

    /** The day in words, such as {@code donderdag 23 maart 2017}. */
    public String date(Instant instant, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(local(instant));
    }

    /** The hour as forms, files and machines have it, such as {@code 13:30}. */
    public String hour(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(local(instant));
    }

    /** The hour as these texts write it, such as {@code 13.30} in Dutch: of 24, in every language. */
    public String hour(Instant instant, Texts texts) {
        return part(instant, texts.text("time.clock"), texts.language());
    }

    /** Date and hour, such as {@code donderdag 23 maart 2017 om 13.30 uur}. */
    public String moment(Instant instant, Texts texts) {
        return texts.text("time.moment", date(instant, texts.language()), hour(instant, texts));
    }

    /** A part of the date by a {@link DateTimeFormatter} pattern, such as {@code MMM} for the month's short name. */
    public String part(Instant instant, String pattern, Language language) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(local(instant));
    }

    /** A day that is no moment, such as {@code 23 maart 2017}. */
    public static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(day);
    }
}
