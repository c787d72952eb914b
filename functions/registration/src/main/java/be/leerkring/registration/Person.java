package be.leerkring.registration;

import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.SearchWords;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A registration as a list shows it. It lacks what a list doesn't need, so nothing is ever written from it.
 *
 * @param since when the registration got its state
 * @param until how long an offered seat is held; empty in every other state
 * @param approved false while an organiser has yet to decide about this person
 * @param ending how it was cancelled; empty in every other state
 * @param place in line, from 1; 0 for somebody who does not wait
 */
public record Person(
        Participant participant,
        Instant since,
        Optional<Instant> until,
        boolean approved,
        Optional<Cancelled.Ending> ending,
        int place) {

    public RegistrationState state() {
        return participant.state();
    }

    public Status status() {
        return Status.of(state(), approved);
    }

    /** The same for all people of one organisation. */
    public String organisationKey() {
        return participant.place(approved).organisation();
    }

    /** Whether these words stand in what is known about the person. */
    public boolean has(SearchWords words) {
        return words.areIn(List.of(
                participant.name(),
                participant.email().text(),
                participant.email().shown(),
                participant.organisation(),
                participant.role()));
    }

    /** The person with the organisation as the network knows it now. */
    public Person asListed(OrganisationList organisations) {
        return new Person(participant.asListed(organisations), since, until, approved, ending, place);
    }

    /** The person with interests that are spelt as the session spells its themes now. */
    public Person asSpelt(List<String> themes) {
        return new Person(participant.asSpelt(themes), since, until, approved, ending, place);
    }

    public Person inLine(int position) {
        return new Person(participant, since, until, approved, ending, position);
    }

    /** Where somebody stands, as pages, files, mails and the log call it: the state, and for what somebody waits. */
    public enum Status {
        PENDING,
        CONFIRMED,
        /** An organiser has yet to decide about them. */
        APPROVAL,
        WAITING,
        OFFERED,
        CANCELLED,
        ATTENDED,
        ABSENT;

        public static Status of(Registration registration) {
            return of(registration.state(), !(registration instanceof Waiting waiting) || waiting.approved());
        }

        static Status of(RegistrationState state, boolean approved) {
            return state == RegistrationState.WAITING && !approved ? APPROVAL : valueOf(state.name());
        }

        /** As it is written in addresses and in texts' keys: {@code approval}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The key of the text that names it. */
        public String text() {
            return "my.state." + code();
        }
    }
}
