package be.leerkring.registration.closing;

import be.leerkring.registration.state.Absent;
import be.leerkring.registration.state.Attended;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import java.util.ArrayList;
import java.util.List;

/**
 * Who counts as what when the session is closed. Where nobody was marked at the door, nobody looked: all who have a
 * seat count as present. Whoever never proved their address counts as nothing.
 *
 * @param checkedIn whether anybody was marked at the door, as here or as absent
 */
public record Attendance(
        boolean checkedIn,
        List<Registration> present,
        List<Registration> absent,
        List<Registration> cancelled,
        List<Registration> waiting) {

    static Attendance of(List<Registration> people) {
        var checkedIn = people.stream().anyMatch(Marked.class::isInstance);
        var attendance = new Attendance(
                checkedIn, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        people.forEach(attendance::add);
        return attendance;
    }

    private void add(Registration registration) {
        switch (registration) {
            case Attended _ -> present.add(registration);
            case Absent _ -> absent.add(registration);
            case Confirmed _ -> (checkedIn ? absent : present).add(registration);
            case Cancelled _ -> cancelled.add(registration);
            case Waiting _,Offered _ -> waiting.add(registration);
            case Pending _ -> {
                // Nobody knows whether the address is theirs.
            }
        }
    }
}
