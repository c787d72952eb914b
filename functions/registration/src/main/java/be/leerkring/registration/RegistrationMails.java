package be.leerkring.registration;

import be.leerkring.network.participant.LikelyName;
import be.leerkring.network.seats.Outlook;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What participants are told when they register, confirm, change and leave. */
@Singleton
public final class RegistrationMails {

    private final Languages languages;
    private final ParticipantMail mail;
    private final Appointments appointments;
    private final Clock clock;

    RegistrationMails(Languages languages, ParticipantMail mail, Appointments appointments, Clock clock) {
        this.languages = languages;
        this.mail = mail;
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * Asks whether the address is theirs, and whether they come.
     *
     * @param outlook what they would get now
     * @param others the names of those who take part from the same mailbox
     */
    public Mail confirmRequest(
            Confirmable registration, Session session, Outlook outlook, Token token, List<String> others) {
        return besides(asking(registration, session, "confirm-request", outlook), others)
                .facts()
                .button("/confirm/", token)
                .paragraphAt("until", registration.until(session))
                .mail();
    }

    /** Promises no seat where there is none for them now. */
    private ParticipantMail.Draft asking(Confirmable registration, Session session, String purpose, Outlook outlook) {
        return mail.unproven(registration, session, purpose)
                .as(outlook.leadsTo())
                .paragraph("text", why(registration, session, outlook));
    }

    private String why(Registration registration, Session session, Outlook outlook) {
        var texts = languages.texts(registration.participant().language());
        return outlook.why(session, texts).orElse("");
    }

    /** Says who else takes part from the same mailbox: without that, its reader could take this for a mistake. */
    private static ParticipantMail.Draft besides(ParticipantMail.Draft draft, List<String> others) {
        return others.isEmpty() ? draft : draft.paragraph("besides", String.join(", ", others));
    }

    /** Asks again, of somebody who has not confirmed for a day. */
    public Mail confirmReminder(Pending registration, Session session, Outlook outlook, Token token) {
        return asking(registration, session, "confirm-reminder", outlook)
                .facts()
                .button("/confirm/", token)
                .paragraphAt("until", registration.until(session))
                .mail();
    }

    /** Asks whether they would come in a colleague's stead; the others are those of the same mailbox. */
    public Mail passRequest(
            Confirmable registration, Session session, Token token, String giver, List<String> others) {
        var named = LikelyName.in(giver);
        var draft = mail.unproven(registration, session, "pass-request");
        named.ifPresentOrElse(name -> draft.paragraph("text", name), () -> draft.paragraph("text-nameless"));
        besides(draft, others)
                .facts()
                .button("/confirm/", token)
                .paragraphAt("until", registration.until(session));
        named.ifPresentOrElse(name -> draft.paragraph("known", name), () -> draft.paragraph("known-nameless"));
        return draft.mail();
    }

    /** Says what, when and where, and how to get out of it again. */
    public Mail confirmed(Confirmed registration, Session session, Token token) {
        return mail.about(registration, session, "confirmed")
                .paragraph("text")
                .facts()
                .directions()
                .button("/my/", token)
                .paragraph("code")
                .paragraph("out")
                .attach(appointments.request(registration, session))
                .mail();
    }

    /** Says that there was no seat for them, or that an organiser decides. */
    public Mail waiting(Waiting registration, Session session, Outlook outlook, Token token) {
        var purpose = registration.approved() ? "waiting" : "approval";
        var draft = mail.about(registration, session, purpose).paragraph("text");
        return (outlook == Outlook.FULL ? draft : draft.written(why(registration, session, outlook)))
                .facts()
                .button("/my/", token)
                .paragraph("out")
                .mail();
    }

    /** Answers a form of somebody who has confirmed before. */
    public Mail already(Registration registration, Session session, Token token) {
        var draft = mail.about(registration, session, "already");
        switch (registration) {
            case Waiting waiting -> {
                var kind = waiting.approved() ? "waiting" : "approval";
                draft.as(kind).paragraph("text");
            }
            case Offered offered -> draft.as("offered").paragraph("text").paragraphAt("until", offered.until());
            case Pending _,Confirmed _,Cancelled _,Marked _ -> draft.paragraph("text");
        }
        return draft.paragraph(session.questions().isEmpty() ? "kept" : "kept-needs")
                .facts()
                .button("/my/", token)
                .paragraph("another")
                .mail();
    }

    /** Asks whether this address is the participant's, who would like to be reached there. */
    public Mail addressRequest(Holding registration, Session session, AddressChange change, Token token) {
        return mail.unproven(registration, session, "address-request")
                .to(change.address())
                .paragraph("text")
                .button("/address/", token)
                .paragraphAt("until", change.until(session))
                .mail();
    }

    /** Says at the new address what the registration is. */
    public Mail addressChanged(Holding registration, Session session, Token token) {
        var draft = mail.about(registration, session, "address-changed");
        switch (registration) {
            case Confirmed _ -> draft.paragraph("text").attach(appointments.request(registration, session));
            case Waiting waiting -> {
                var kind = waiting.approved() ? "waiting" : "approval";
                draft.as(kind).paragraph("text");
            }
            case Offered offered -> draft.as("offered").paragraph("text").paragraphAt("until", offered.until());
        }
        return draft.facts().button("/my/", token).paragraph("links").mail();
    }

    /**
     * Says at the old address that it is no longer the registration's: neither whose that is, nor which address is.
     *
     * @param own whether the participant asked for it, who has the session in a calendar there; to whom else the
     *     address may belong, nobody knows
     */
    public Mail addressLeft(Registration before, Session session, boolean own) {
        var draft = mail.about(before, session, "address-left").nameless().paragraph("text").paragraph("answer");
        return own && before instanceof Confirmed
                ? draft.attach(appointments.cancel(before, session)).mail()
                : draft.mail();
    }

    /** Says that it is cancelled, as they asked. */
    public Mail cancelled(Cancelled registration, Session session) {
        return again(mail.about(registration, session, "cancelled").paragraph("text").facts(), session)
                .attach(appointments.cancel(registration, session))
                .mail();
    }

    /**
     * Says that they turned down the seat that was offered.
     *
     * @param passedOn whether it goes to the next in line
     */
    public Mail declined(Cancelled registration, Session session, boolean passedOn) {
        var draft = mail.about(registration, session, "declined").paragraph("text");
        if (passedOn) {
            draft.paragraph("next");
        }
        return again(draft.facts(), session).mail();
    }

    /** Says that they don't wait any longer, as they asked. */
    public Mail leftLine(Cancelled registration, Session session) {
        return again(mail.about(registration, session, "left-line").paragraph("text").facts(), session).mail();
    }

    /** Leads to the form, as long as that takes anybody. */
    private ParticipantMail.Draft again(ParticipantMail.Draft draft, Session session) {
        return session.takesRegistrations(clock.instant())
                ? draft.reference("again", session.path() + "/register")
                : draft;
    }

    /** Says that a colleague has taken over the seat. */
    public Mail passedOn(Cancelled registration, Session session, String colleague) {
        return mail.about(registration, session, "passed-on")
                .paragraph("text", colleague)
                .facts()
                .attach(appointments.cancel(registration, session))
                .mail();
    }

    /** The last one: says that everything was erased, and takes the session out of the calendar. */
    public Mail erased(Cancelled registration, Session session, boolean hadSeat) {
        var draft = mail.about(registration, session, "erased").paragraph("text").forgotten();
        return hadSeat
                ? draft.paragraph("seat")
                        .attach(appointments.cancel(registration, session))
                        .mail()
                : draft.mail();
    }

    /** The mail that asked to confirm it is not sent any more: held back, it would leave with a link to nothing. */
    static List<Write> takeBack(Registration form) {
        return form instanceof Pending pending
                ? List.of(Write.delete(QueuedMails.key(
                        pending.participant().subject(),
                        pending.passedBy().isPresent() ? "pass-request" : "confirm-request",
                        pending.revision())))
                : List.of();
    }
}
