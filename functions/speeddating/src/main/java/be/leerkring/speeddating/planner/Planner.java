package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.List;

/** Plans speed-dating: pure functions from what is known to who meets whom. */
public final class Planner {

    private Planner() {}

    /**
     * Plans all rounds, so that as many as possible meet for the first time, and says how many that
     * could be at most. Nobody meets anybody of the same organisation, or whom they must not meet.
     */
    public static Plan plan(PlanRequest request) {
        Crowd crowd = new Crowd(request);
        Certifier certifier = new Certifier(crowd, request.rounds());
        Seating seating = new Seating(crowd);
        List<List<int[]>> groups;
        UpperBound bound;
        if (request.room().seatsPairs()) {
            PairPlanner planner = new PairPlanner(crowd, request.rounds());
            groups = Seating.groups(crowd, twoByTwo(crowd, planner, certifier));
            bound = planner.bound();
        } else {
            bound = certifier.peopleBound();
            Deadline deadline = Deadline.in(request.timeLimit());
            groups = new TablePlanner(crowd, request.rounds(), certifier, deadline).plan();
        }
        List<Round> rounds = new ArrayList<>();
        groups.forEach(round -> rounds.add(seating.seat(round)));
        return new Plan(rounds, certifier.certify(List.of(), rounds, bound));
    }

    /**
     * Changes a plan on the day, because somebody is not there or somebody came unannounced. The
     * rounds that were stay as they are; in those to come, as many as possible sit down, and of
     * those who were in the plan as many as possible keep their table and their company.
     *
     * @param rounds the plan so far
     * @param done how many of its rounds were
     * @param request who is here now, and how many rounds there are in all; without the meetings of
     *     the rounds that were, which the planner adds itself
     * @throws IllegalArgumentException if more rounds were than there are
     */
    public static Revision replan(List<Round> rounds, int done, PlanRequest request) {
        if (done > rounds.size() || done > request.rounds()) {
            throw new IllegalArgumentException("%d rounds were, of %d that were planned and %d that are asked"
                    .formatted(done, rounds.size(), request.rounds()));
        }
        return new Reviser(rounds, done, request).revise();
    }

    private static EdgeColouring twoByTwo(Crowd crowd, PairPlanner planner, Certifier certifier) {
        EdgeColouring plan = switch (crowd.request.aim()) {
            case PEOPLE -> planner.plan();
            case ORGANISATIONS -> planner.organisationsBeforePeople(certifier.organisationsBound().value());
        };
        new OldAcquaintances(crowd, plan).meet();
        if (crowd.request.aim() == Aim.PEOPLE) {
            TakingTurns.of(crowd, plan).even();
            new BetterFit(crowd, plan).exchange();
        }
        return plan;
    }
}
