package be.leerkring.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The working days of Belgium: Monday to Friday, but for the ten legal public holidays.
 *
 * <p>The holidays are those of the royal decree of 18 April 1974, article 1. The day that an employer gives instead of
 * a holiday in a weekend differs from one to the other, so none counts here.
 */
public final class WorkingDays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(7, 21),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private static final int EASTER_MONDAY = 1;
    private static final int ASCENSION = 39;
    private static final int WHIT_MONDAY = 50;

    private WorkingDays() {}

    /** The first working day after this one. */
    public static LocalDate after(LocalDate day) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(15))
                .filter(WorkingDays::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    /** Whether people are at work on this day. */
    public static boolean isWorkingDay(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !isHoliday(day);
    }

    /** Whether this day is one of the ten legal public holidays. */
    public static boolean isHoliday(LocalDate day) {
        var easter = easter(day.getYear());
        return FIXED.contains(MonthDay.from(day))
                || day.equals(easter.plusDays(EASTER_MONDAY))
                || day.equals(easter.plusDays(ASCENSION))
                || day.equals(easter.plusDays(WHIT_MONDAY));
    }

    /** Easter Sunday by Gauss's rule in the form of Meeus, Astronomical Algorithms (1991), chapter 8. */
    private static LocalDate easter(int year) {
        int goldenYear = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moonCorrection = (century + 8) / 25;
        int leapCorrection = (century - moonCorrection + 1) / 3;
        int epact = (19 * goldenYear + century - century / 4 - leapCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int late = (goldenYear + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
