package be.leerkring.network.session;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;

/**
 * A time zone as a VTIMEZONE (RFC 5545, section 3.6.5) in the plain form that Outlook takes: one rule into summer time
 * and one out of it, both since 1970 and without end, on the nth or the last weekday of a month.
 */
final class ZoneComponent {

    private static final int FIRST_YEAR = 1970;
    private static final int DAYS_IN_WEEK = 7;

    private ZoneComponent() {}

    static VTimezone of(ZoneId zone) {
        var component = new VTimezone(zone.getId());
        var rules = zone.getRules().getTransitionRules();
        rules.forEach(rule -> {
            if (rule.getOffsetAfter().equals(rule.getStandardOffset())) {
                component.addStandardTime(observance(new StandardTime(), rule));
            } else {
                component.addDaylightSavingsTime(observance(new DaylightSavingsTime(), rule));
            }
        });
        if (rules.isEmpty()) {
            component.addStandardTime(fixed(zone));
        }
        return component;
    }

    private static <T extends Observance> T observance(T observance, ZoneOffsetTransitionRule rule) {
        observance.setDateStart(components(rule.createTransition(FIRST_YEAR).getDateTimeBefore()));
        observance.setTimezoneOffsetFrom(offset(rule.getOffsetBefore()));
        observance.setTimezoneOffsetTo(offset(rule.getOffsetAfter()));
        observance.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(rule.getMonth().getValue())
                .byDay(week(rule), DayOfWeek.valueOfAbbr(rule.getDayOfWeek().name().substring(0, 2)))
                .build());
        return observance;
    }

    /** Which of the month's weekdays it is: 2 for the second, -1 for the last. */
    private static int week(ZoneOffsetTransitionRule rule) {
        var day = rule.getDayOfMonthIndicator();
        var last = day < 0 || day + DAYS_IN_WEEK > rule.getMonth().minLength();
        return last ? -1 : (day - 1) / DAYS_IN_WEEK + 1;
    }

    private static StandardTime fixed(ZoneId zone) {
        var offset = zone.getRules().getOffset(LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0));
        var standard = new StandardTime();
        standard.setDateStart(components(LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0)));
        standard.setTimezoneOffsetFrom(offset(offset));
        standard.setTimezoneOffsetTo(offset(offset));
        return standard;
    }

    private static DateTimeComponents components(LocalDateTime moment) {
        return new DateTimeComponents(
                moment.getYear(),
                moment.getMonthValue(),
                moment.getDayOfMonth(),
                moment.getHour(),
                moment.getMinute(),
                moment.getSecond(),
                false);
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1000L);
    }
}
