package be.leerkring.meetings.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * That people of a session are to be mailed whom they meet.
 *
 * @param number of the plan's edition that was announced; tells its mails from those of other announcements
 * @param people the keys of those who are to be mailed
 * @param renewed those among them who were mailed another list before
 */
public record Announcement(String session, long number, Instant at, List<String> people, Set<String> renewed) {

    public Announcement {
        people = List.copyOf(people);
        renewed = Set.copyOf(renewed);
    }
}
