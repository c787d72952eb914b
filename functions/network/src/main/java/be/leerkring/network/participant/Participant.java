package be.leerkring.network.participant;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.seats.Place;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.text.Folding;
import java.util.List;

/**
 * One person at one session.
 *
 * @param session the session's id
 * @param person the person's key at this session: {@link PersonKey}
 * @param identity the person's key in the whole network: that of the first registration of this name behind this
 *     address, so that sessions know each other's people
 * @param organisationId the network's own id of the organisation; the empty text for one that it doesn't list
 * @param kind what the agency knows the organisation as; {@code OTHER} for one that the network doesn't list
 * @param role what the person does there; can be empty
 * @param interests the themes that the person seeks and offers
 */
public record Participant(
        String session,
        String person,
        String identity,
        String name,
        EmailAddress email,
        String organisationId,
        String organisation,
        Organisation.Kind kind,
        String role,
        Language language,
        RegistrationState state,
        Interests interests) {

    /** Somebody whom no other session knows, and who said nothing about themes. */
    public Participant(
            String session,
            String person,
            String name,
            EmailAddress email,
            String organisationId,
            String organisation,
            Organisation.Kind kind,
            String role,
            Language language,
            RegistrationState state) {
        this(
                session,
                person,
                person,
                name,
                email,
                organisationId,
                organisation,
                kind,
                role,
                language,
                state,
                Interests.NONE);
    }

    /** What links and mails about this registration are about: names no person. */
    public String subject() {
        return new PersonKey(session, person).subject();
    }

    /**
     * What the person's seat depends on.
     *
     * @param approved whether an organiser has agreed, or need not
     */
    public Place place(boolean approved) {
        return new Place(person, organisationKey(), kind.subsidised(), approved);
    }

    /** The same for all people of one organisation: its id, or else its name without what people write differently. */
    public String organisationKey() {
        return organisationKey(organisationId, organisation);
    }

    public static String organisationKey(String id, String name) {
        return id.isEmpty() ? "~" + Folding.letters(name) : id;
    }

    /** The participant in another state. */
    public Participant as(RegistrationState next) {
        return new Participant(
                session,
                person,
                identity,
                name,
                email,
                organisationId,
                organisation,
                kind,
                role,
                language,
                next,
                interests);
    }

    /** The participant with other interests. */
    public Participant with(Interests other) {
        return new Participant(
                session,
                person,
                identity,
                name,
                email,
                organisationId,
                organisation,
                kind,
                role,
                language,
                state,
                other);
    }

    /**
     * The participant with the organisation as the list knows it now: for those who look, not to be written. Where the
     * list doesn't know it any more, it is as it was when the person registered.
     */
    public Participant asListed(OrganisationList organisations) {
        return organisations.find(organisationId)
                .map(organisation -> of(organisation.id(), organisation.name(), organisation.kind()))
                .orElse(this);
    }

    /** The participant whose interests are spelt as the session spells its themes now: for those who look. */
    public Participant asSpelt(List<String> themes) {
        return with(interests.asSpelt(themes));
    }

    /** The participant with an organisation that is known by another id, name or kind. */
    public Participant of(String id, String called, Organisation.Kind known) {
        return new Participant(session, person, identity, name, email, id, called, known, role, language, state,
                interests);
    }

    /** The participant who receives mail at another address. */
    public Participant reachedAt(EmailAddress address) {
        return new Participant(
                session,
                person,
                identity,
                name,
                address,
                organisationId,
                organisation,
                kind,
                role,
                language,
                state,
                interests);
    }

    /** The participant under the keys by which the registration of the same person goes. */
    public Participant known(String key, String always) {
        return new Participant(
                session,
                key,
                always,
                name,
                email,
                organisationId,
                organisation,
                kind,
                role,
                language,
                state,
                interests);
    }

    /** Adds the participant to the item that keeps the registration. */
    public Item writeTo(Item item) {
        return interests.writeTo(item)
                .with("session", session)
                .with("person", person)
                .with("identity", identity)
                .with("name", name)
                .with("email", email.text())
                .with("organisationId", organisationId)
                .with("organisation", organisation)
                .with("kind", kind.code())
                .with("role", role)
                .with("language", language.code())
                .with("state", state.name());
    }

    /** The participant of a registration's item. */
    public static Participant readFrom(Item item) {
        return new Participant(
                item.required("session"),
                item.required("person"),
                item.required("identity"),
                item.required("name"),
                new EmailAddress(item.required("email")),
                item.text("organisationId", ""),
                item.text("organisation", ""),
                Organisation.Kind.withCode(item.required("kind")),
                item.text("role", ""),
                new Language(item.required("language")),
                RegistrationState.valueOf(item.required("state")),
                Interests.readFrom(item));
    }
}
