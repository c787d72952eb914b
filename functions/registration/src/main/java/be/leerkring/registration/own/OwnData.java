package be.leerkring.registration.own;

import be.leerkring.meetings.memory.Forgetting;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.cooperation.FollowUps;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PassRequests;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Erases what is kept about a person who registered for a session (GDPR, article 17): here, in all that the network
 * remembers of whom they met, and in what they reported months later. {@link OwnFile} shows it.
 */
@Singleton
final class OwnData {

    private final Table table;
    private final Destinations destinations;
    private final Mailboxes mailboxes;
    private final Registrations registrations;
    private final SpeedDatingPlans plans;
    private final Links links;
    private final Traces traces;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Forgetting forgetting;
    private final FollowUps followUps;
    private final PassRequests passRequests;
    private final TakingBack takingBack;
    private final Clock clock;

    OwnData(
            Table table,
            Destinations destinations,
            Mailboxes mailboxes,
            Registrations registrations,
            SpeedDatingPlans plans,
            Links links,
            Traces traces,
            Transitions transitions,
            RegistrationMails mails,
            Forgetting forgetting,
            FollowUps followUps,
            PassRequests passRequests,
            TakingBack takingBack,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.registrations = registrations;
        this.plans = plans;
        this.links = links;
        this.traces = traces;
        this.transitions = transitions;
        this.mails = mails;
        this.forgetting = forgetting;
        this.followUps = followUps;
        this.passRequests = passRequests;
        this.takingBack = takingBack;
        this.clock = clock;
    }

    /**
     * Erases everything but what is a count by now; the seat or the place in line comes free. A last mail says so, and
     * nothing of it is kept once it is sent. Whoever is cut off half-way can press the button again.
     *
     * @return false where the link's time is over: then nobody knows who asks
     */
    boolean erase(Token token) {
        return table.decide(() -> {
            var later = later(token);
            var asked = PersonKey.of(token.claimedSubject()).map(passRequests::key);
            var look = destinations.look(token, MyLink.PURPOSE, session -> Stream.of(
                    Stream.of(plans.key(session)), later.stream(), asked.stream())
                    .flatMap(keys -> keys)
                    .toList());
            return switch (look.destination()) {
                case Destination.Found there -> erase(there, look, token).then(true);
                case Destination.Gone _,Destination.Empty _ -> Decision.made(false);
                case Destination.Unknown() -> Decision.made(true);
            };
        });
    }

    private WriteOutcome erase(Destination.Found there, Destinations.Look look, Token token) {
        var registration = there.registration();
        var participant = registration.participant();
        var session = there.session().id();
        var seen = mailboxes.look(participant);
        var former = seen.namesakes(participant.name()).givingWay(participant.person());
        var forms = forms(seen.mailbox(), participant);
        var left = seen.mailbox().without(forms);
        traces.erase(forms, token);
        var forgotten = forgetting.forget(session, participant.identity());
        var next = registration.erase(clock.instant());
        var hadSeat = registration instanceof Confirmed && there.session().isToCome(clock.instant());
        var erasure = transitions.erase(there)
                .mail(mails.erased(next, there.session(), hadSeat))
                .and(forgotten.unchanged(), Write.delete(links.key(token)))
                .and(followUps.erase(
                        look.found(), new PersonKey(session, participant.person()), there.session()))
                .and(passRequests.in(look.found(), new PersonKey(session, participant.person())).stream()
                        .flatMap(request -> takingBack.withdrawal(request, there.session()).stream())
                        .toList())
                .and(mailboxes.put(left))
                .and(former.stream().map(registrations::delete).toList());
        if (registration instanceof Holding holding && !isHistory(holding, there.session())) {
            erasure.seats(holding.giveBack(there.seats()));
        }
        plans.forget(
                look.found(), there.session(), forms.stream().map(PersonKey::person).toList(), clock.instant())
                .ifPresent(erasure::and);
        var outcome = erasure.write();
        forgetting.forgetWishes(forgotten);
        traces.erase(participant.email(), session, !left.entries().isEmpty());
        return outcome;
    }

    private Optional<Key> later(Token token) {
        return PersonKey.of(token.claimedSubject()).map(followUps::key);
    }

    /** Under all of these keys something was kept about the person: each form had one of its own. */
    private static List<PersonKey> forms(Mailbox mailbox, Participant participant) {
        return Stream.concat(
                Stream.of(new PersonKey(participant.session(), participant.person())),
                mailbox.at(participant.session(), participant.name()).stream())
                .distinct()
                .toList();
    }

    /** The seats that were taken when a session began stay as they were. */
    private boolean isHistory(Holding holding, Session session) {
        return holding instanceof Confirmed && !session.isToCome(clock.instant());
    }
}
