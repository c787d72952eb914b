package be.leerkring.feedback.report;

import be.leerkring.network.organisation.Organisation.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * What happened at the sessions of a year, person by person: drawn at random, and written down as somebody would who
 * stands beside it all.
 */
record YearJournal(int year, List<LocalDate> days, List<Entry> entries) {

    private static final int SEATS = 40;

    /** What became of somebody at a session. */
    enum Fate {
        PRESENT,
        ABSENT,
        CANCELLED,
        WAITING
    }

    /** Somebody of the network; without an id where the organisation is on no list. */
    record Somebody(String address, String organisation, String organisationName, Kind kind) {}

    /**
     * Somebody at a session.
     *
     * @param session from 0 on
     * @param answered whether an answer came that says something
     */
    record Entry(
            int session, Somebody who, Fate fate, boolean answered, OptionalInt usefulness, OptionalInt recommend) {}

    static YearJournal of(int year, int sessions, Random random) {
        var days = new ArrayList<LocalDate>();
        for (int session = 0; session < sessions; session++) {
            days.add(LocalDate.of(year, 1 + 12 * session / sessions, 1 + random.nextInt(28)));
        }
        Collections.sort(days);
        var people = people(40 + random.nextInt(60), random);
        var entries = new ArrayList<Entry>();
        for (int session = 0; session < sessions; session++) {
            var crowd = random.nextInt(5) == 0 ? .08 : .3 + .5 * random.nextDouble();
            for (var somebody : people) {
                if (random.nextDouble() < crowd) {
                    entries.add(entry(session, somebody, random));
                }
            }
        }
        return new YearJournal(year, days, entries);
    }

    private static List<Somebody> people(int count, Random random) {
        var people = new ArrayList<Somebody>();
        for (int number = 0; number < count; number++) {
            if (random.nextInt(8) == 0) {
                var name = "Buiten de lijst " + random.nextInt(5);
                people.add(new Somebody("iemand" + number + "@example.org", "", name, Kind.OTHER));
            } else {
                var organisation = ReportRoom.ORGANISATIONS.get(random.nextInt(ReportRoom.ORGANISATIONS.size() - 1));
                people.add(new Somebody(
                        "iemand" + number + "@example.org",
                        organisation.id(),
                        organisation.name(),
                        organisation.kind()));
            }
        }
        return people;
    }

    private static Entry entry(int session, Somebody somebody, Random random) {
        var chance = random.nextInt(100);
        var fate = chance < 70 ? Fate.PRESENT : chance < 80 ? Fate.ABSENT : chance < 92 ? Fate.CANCELLED : Fate.WAITING;
        var answered = fate == Fate.PRESENT && random.nextInt(3) == 0;
        return new Entry(
                session,
                somebody,
                fate,
                answered,
                answered && random.nextInt(8) > 0 ? OptionalInt.of(1 + random.nextInt(5)) : OptionalInt.empty(),
                answered && random.nextInt(8) > 0 ? OptionalInt.of(random.nextInt(11)) : OptionalInt.empty());
    }

    static int seats(int session) {
        return SEATS + session;
    }
}
