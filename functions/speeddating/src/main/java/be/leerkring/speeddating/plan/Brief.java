package be.leerkring.speeddating.plan;

import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.speeddating.planner.Aim;
import be.leerkring.speeddating.planner.Pair;
import be.leerkring.speeddating.planner.PlanRequest;
import be.leerkring.speeddating.planner.Room;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the planner what it needs to know, in its own words. */
final class Brief {

    private Brief() {}

    /** The request for these people; what the settings say contradicts nothing. */
    static PlanRequest of(SpeedDatingSettings settings, List<Participant> people, History history) {
        return new PlanRequest(people.stream().map(one -> participant(one, settings)).toList(), settings.rounds(),
                room(settings, people.size()))
                .withMustMeet(pairs(settings.mustMeet()))
                .withMustNotMeet(pairs(settings.mustNotMeet()))
                .withEarlier(history.people())
                .withOrganisationsMet(history.organisations())
                .withAim(settings.organisationsFirst() ? Aim.ORGANISATIONS : Aim.PEOPLE)
                .withSeed(settings.seed());
    }

    private static be.leerkring.speeddating.planner.Guest participant(
            Participant one, SpeedDatingSettings settings) {
        return new be.leerkring.speeddating.planner.Guest(
                one.person(),
                one.organisationKey(),
                settings.keepTable().contains(one.person()),
                slugs(one.interests().seeks()),
                slugs(one.interests().offers()));
    }

    /** What one seeks and another offers is the same theme, however each was spelt. */
    private static Set<String> slugs(List<String> themes) {
        return themes.stream().map(ThemeNames::slug).collect(Collectors.toSet());
    }

    /** The room with so many tables as there are, or as it takes. */
    static Room room(SpeedDatingSettings settings, int people) {
        if (settings.tables() > 0) {
            return new Room(settings.tables(), settings.seats());
        }
        return settings.inPairs()
                ? Room.ofPairsFor(people)
                : new Room(Math.max(1, Math.ceilDiv(people, settings.seats())), settings.seats());
    }

    private static Set<Pair> pairs(List<SpeedDatingSettings.Couple> couples) {
        return couples.stream().map(couple -> new Pair(couple.one(), couple.other())).collect(Collectors.toSet());
    }
}
