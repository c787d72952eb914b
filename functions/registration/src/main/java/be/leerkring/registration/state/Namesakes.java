package be.leerkring.registration.state;

import be.leerkring.network.participant.Participant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The registrations for one session of one name behind one address: as far as anybody can know, of one person. Each
 * form is one of its own until one of them is confirmed; so at most one of them stands.
 */
public record Namesakes(List<Registration> all) {

    /** The one that holds something, or did until the person was marked at the door. */
    public Optional<Registration> standing() {
        return all.stream().filter(one -> one instanceof Holding || one instanceof Marked).findFirst();
    }

    /** The same, where it is not the one with this key. */
    public Optional<Registration> standingBesides(String person) {
        return standing().filter(one -> !one.participant().person().equals(person));
    }

    /** Those that give way to the one with this key when it is confirmed: other forms, and what was cancelled. */
    public List<Registration> givingWay(String person) {
        return all.stream()
                .filter(one -> one instanceof Pending || one instanceof Cancelled)
                .filter(one -> !one.participant().person().equals(person))
                .toList();
    }

    /**
     * What another form leads to.
     *
     * @param outsider whether the address is at none of the mail domains that are known of the organisation
     */
    public Request request(Participant form, boolean outsider, Instant now) {
        return standing().map(one -> remind(one, now)).orElseGet(() -> repeated(form, now).isEmpty()
                ? new Request.Ask(Pending.first(form, outsider, now))
                : new Request.Repeated());
    }

    /** What it leads to that somebody asks for the mail of a form once more. */
    public Request again(Participant form, boolean outsider, Instant now) {
        return standing()
                .<Request>map(one -> new Request.Remind(one, one.with(one.core().again(now))))
                .orElseGet(() -> new Request.Ask(Pending.first(form, outsider, now)));
    }

    /** What the same form has just led to, as far as it is about the person alone; empty where one stands. */
    public List<Registration> repeated(Participant form, Instant now) {
        return all.stream()
                .filter(one -> one instanceof Pending && one.repeats(form, now) && standing().isEmpty())
                .toList();
    }

    /** What it leads to that somebody would like to pass on a seat to the person. */
    public Request receive(Participant form, boolean outsider, String giver, Instant now) {
        return standing().map(one -> one instanceof Waiting waiting
                ? receive(waiting, giver, now)
                : remind(one, now))
                .orElseGet(() -> isPassedBy(giver, now)
                        ? new Request.Repeated()
                        : new Request.Ask(Pending.first(form, outsider, now).by(giver)));
    }

    private static Request receive(Waiting waiting, String giver, Instant now) {
        return waiting.justAsked(now) && waiting.isPassedBy(giver)
                ? new Request.Repeated()
                : new Request.Receive(waiting, waiting.with(waiting.core().again(now)).by(giver));
    }

    private boolean isPassedBy(String giver, Instant now) {
        return all.stream()
                .anyMatch(one -> one instanceof Pending pending && pending.justAsked(now) && pending.isPassedBy(giver));
    }

    private static Request remind(Registration one, Instant now) {
        return one.remindOfIt(now)
                .<Request>map(next -> new Request.Remind(one, next))
                .orElseGet(Request.Repeated::new);
    }

    /** What a form leads to. */
    public sealed interface Request {

        /** The person is mailed a link to confirm with. */
        record Ask(Pending first) implements Request {}

        /** The person waits, and is mailed a link to take the seat with that somebody would pass on. */
        record Receive(Waiting from, Waiting next) implements Request {}

        /** The person has confirmed before, and is mailed that. */
        record Remind(Registration from, Registration next) implements Request {}

        /** The person was mailed a moment ago. */
        record Repeated() implements Request {}
    }
}
