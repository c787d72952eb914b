package be.leerkring.registration.signup;

import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Outlook;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.limits.UnprovenMails.Asking;
import be.leerkring.platform.metrics.Metrics;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.ConfirmRequests;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.form.FormPage;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Request;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a form to a mail. Nothing in the answer tells whether the address was known before; only the mail does. */
@Singleton
public final class SigningUp {

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Organisations organisations;
    private final Mailboxes mailboxes;
    private final RegistrationMails mails;
    private final ConfirmRequests confirmRequests;
    private final KeptNeeds keptNeeds;
    private final Languages languages;
    private final Metrics metrics;
    private final Clock clock;

    SigningUp(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Organisations organisations,
            Mailboxes mailboxes,
            RegistrationMails mails,
            ConfirmRequests confirmRequests,
            KeptNeeds keptNeeds,
            Languages languages,
            Metrics metrics,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.organisations = organisations;
        this.mailboxes = mailboxes;
        this.mails = mails;
        this.confirmRequests = confirmRequests;
        this.keptNeeds = keptNeeds;
        this.languages = languages;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What came of a form. */
    public sealed interface Outcome {

        /**
         * The person who fills in the form knows no more than to look in the mailbox.
         *
         * @param outlook what whoever fills it in so would get now, known or not
         */
        record Mailed(Session session, Outlook outlook) implements Outcome {}

        /** Too many forms came from the same source: it can be sent again from this moment on. */
        record TooOften(FormPage formPage, Instant until) implements Outcome {}

        record Invalid(FormPage formPage, FormErrors.Found errors) implements Outcome {}

        record Closed(FormPage formPage) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** The session and its seats, for the page after the form: one round trip. */
    Optional<FormPage> after(String session) {
        var found = table.read(List.of(sessions.key(session), seatCounts.key(session)));
        return sessions.in(found, session)
                .map(known -> new FormPage(known, seatCounts.in(found, session), List.of()));
    }

    /** What the form's page shows: one round trip. */
    Optional<FormPage> offer(String session) {
        return look(session, List.of()).formPage();
    }

    /**
     * Takes a form.
     *
     * @param source where it came from
     */
    public Outcome submit(String session, RegistrationForm form, String source) {
        var outcome = table.decide(() -> decide(session, form, source, false));
        if (outcome instanceof Outcome.Mailed) {
            metrics.count("Registrations");
        }
        return outcome;
    }

    /** Takes a form once more, whose sender asks for the mail again: that it was just taken is no matter then. */
    Outcome again(String session, RegistrationForm form, String source) {
        return table.decide(() -> decide(session, form, source, true));
    }

    /** Empty when another form for the same address was written at the same moment: then that one is looked at. */
    private Decision<Outcome> decide(String session, RegistrationForm form, String source, boolean again) {
        var address = form.address();
        var asking = address.map(known -> confirmRequests.asking(known, session, source));
        var look = look(session, asking.map(this::keys).orElse(List.of()));
        if (look.formPage().isEmpty()) {
            return Decision.made(new Outcome.Unknown());
        }
        var formPage = look.formPage().get();
        if (!formPage.session().takesRegistrations(clock.instant())) {
            return Decision.made(new Outcome.Closed(formPage));
        }
        var errors = form.check(
                formPage.organisations(),
                formPage.session(),
                languages.withCode(form.language()).isPresent(),
                clock.instant());
        if (!errors.isEmpty() || asking.isEmpty()) {
            return Decision.made(new Outcome.Invalid(formPage, errors));
        }
        var seen = mailboxes.look(mailboxes.in(look.found(), asking.get().to()), session);
        var participant = participant(form, seen.mailbox(), formPage);
        var outsider = form.choice().isOutsiders(formPage.organisations(), asking.get().to());
        var needs = form.needs().needs(form.needs().rows(formPage.session().questions(), Needs.NONE));
        var namesakes = seen.namesakes(participant.name());
        var request = again || saysOtherNeeds(namesakes.repeated(participant, clock.instant()), needs)
                ? namesakes.again(participant, outsider, clock.instant())
                : namesakes.request(participant, outsider, clock.instant());
        var outlook = Pending.first(participant, outsider, clock.instant())
                .outlook(formPage.session(), formPage.seats());
        return switch (write(asking.get(), seen, participant, request, formPage, needs, look.found())) {
            case ConfirmRequests.Outcome.Taken(var written) ->
                written.then(new Outcome.Mailed(formPage.session(), outlook));
            case ConfirmRequests.Outcome.TooOften(var until) ->
                Decision.made(new Outcome.TooOften(formPage, until));
        };
    }

    /** Whether only what somebody needs was put right: what the form before said of it stands apart. */
    private boolean saysOtherNeeds(List<Registration> repeated, Needs needs) {
        return !repeated.isEmpty() && repeated.stream()
                .noneMatch(before -> needs.equals(before.core().needs() ? kept(before) : Needs.NONE));
    }

    private Needs kept(Registration registration) {
        var participant = registration.participant();
        return keptNeeds.find(new PersonKey(participant.session(), participant.person()));
    }

    private List<Key> keys(Asking asking) {
        var keys = new ArrayList<>(confirmRequests.keys(asking));
        keys.add(mailboxes.key(asking.to()));
        return keys;
    }

    private record Look(Optional<FormPage> formPage, Map<Key, Item> found) {}

    private Look look(String session, List<Key> more) {
        var keys = new ArrayList<>(List.of(sessions.key(session), seatCounts.key(session), organisations.key()));
        keys.addAll(more);
        var found = table.read(keys);
        var formPage = sessions.in(found, session)
                .map(known -> new FormPage(known, seatCounts.in(found, session), organisations.in(found).all()));
        return new Look(formPage, found);
    }

    private Participant participant(RegistrationForm form, Mailbox mailbox, FormPage formPage) {
        var key = PersonKey.fresh(formPage.session().id());
        var organisation = form.choice().in(formPage.organisations());
        return new Participant(
                key.session(),
                key.person(),
                mailbox.identity(form.name()).orElse(key.person()),
                form.name(),
                mailbox.address(),
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                form.role(),
                languages.withCode(form.language()).orElse(languages.preferred()),
                RegistrationState.PENDING,
                form.interests().among(formPage.session().themes()));
    }

    private ConfirmRequests.Outcome write(
            Asking asking,
            Mailboxes.Seen seen,
            Participant participant,
            Request request,
            FormPage formPage,
            Needs needs,
            Map<Key, Item> read) {
        var session = formPage.session();
        return confirmRequests.write(
                asking,
                request,
                seen.mailbox(),
                session,
                needs,
                read,
                (next, token) -> mails.confirmRequest(
                        next,
                        session,
                        next.outlook(session, formPage.seats()),
                        token,
                        seen.others(participant.name())));
    }
}
