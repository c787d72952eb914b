package be.leerkring.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkingDaysTest {

    private static final HolidayManager BELGIUM = HolidayManager.getInstance(ManagerParameters.create("be"));

    /** Public holidays of the library's that are no legal ones: they are Sundays anyway. */
    private static final Set<String> SUNDAYS = Set.of("christian.EASTER", "christian.PENTECOST");

    static IntStream years() {
        return IntStream.rangeClosed(2000, 2060);
    }

    @ParameterizedTest
    @MethodSource("years")
    void theHolidaysOfAYearAreThoseThatOthersCount(int year) {
        var counted = BELGIUM.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY).stream()
                .filter(holiday -> !SUNDAYS.contains(holiday.getPropertiesKey()))
                .map(holiday -> holiday.getDate())
                .collect(Collectors.toSet());

        assertThat(daysOf(year).filter(WorkingDays::isHoliday)).containsExactlyInAnyOrderElementsOf(counted);
    }

    @Test
    void aYearHasTenHolidaysButWhereTwoFallTogether() {
        // Ascension fell on Labour Day in 2008.
        assertThat(daysOf(2017).filter(WorkingDays::isHoliday)).hasSize(10);
        assertThat(daysOf(2008).filter(WorkingDays::isHoliday)).hasSize(9);
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23, 2017-03-24", // Thursday
            "2017-03-24, 2017-03-27", // Friday, and the clock changes in the weekend
            "2017-04-14, 2017-04-18", // Good Friday, and Easter Monday after it
            "2017-05-24, 2017-05-26", // the day before Ascension
            "2017-07-20, 2017-07-24", // the day before the national day, a Friday
            "2017-10-31, 2017-11-02",
            "2016-12-31, 2017-01-02"
    })
    void theNextWorkingDaySkipsWeekendsAndHolidays(LocalDate day, LocalDate next) {
        assertThat(WorkingDays.after(day)).isEqualTo(next);
    }

    @Property
    void theNextWorkingDayIsTheFirstOneAndIsLater(@ForAll @IntRange(max = 22_000) int days) {
        var day = LocalDate.of(2000, 1, 1).plusDays(days);
        var next = WorkingDays.after(day);

        assertThat(next).isAfter(day).isBefore(day.plusDays(6));
        assertThat(WorkingDays.isWorkingDay(next)).isTrue();
        assertThat(next.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(day.plusDays(1).datesUntil(next)).noneMatch(WorkingDays::isWorkingDay);
    }
}
