package be.leerkring.network;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.table.Item;

/**
 * One person at one session.
 *
 * @param session the session's id
 * @param person the person's key: the same for the same address at the same session
 * @param organisationId the network's own id of the organisation; the empty text for one that it doesn't list
 * @param role what the person does there; can be empty
 */
public record Participant(
        String session,
        String person,
        String name,
        EmailAddress email,
        String organisationId,
        String organisation,
        String role,
        Language language,
        RegistrationState state) {

    /** What links and mails about this registration are about: names no person. */
    public String subject() {
        return session + "." + person;
    }

    /** The participant in another state. */
    public Participant as(RegistrationState next) {
        return new Participant(session, person, name, email, organisationId, organisation, role, language, next);
    }

    /** Adds the participant to the item that keeps the registration. */
    public Item writeTo(Item item) {
        return item.with("session", session)
                .with("person", person)
                .with("name", name)
                .with("email", email.text())
                .with("organisationId", organisationId)
                .with("organisation", organisation)
                .with("role", role)
                .with("language", language.code())
                .with("state", state.name());
    }

    /** The participant of a registration's item. */
    public static Participant readFrom(Item item) {
        return new Participant(
                item.required("session"),
                item.required("person"),
                item.required("name"),
                new EmailAddress(item.required("email")),
                item.text("organisationId", ""),
                item.required("organisation"),
                item.text("role", ""),
                new Language(item.required("language")),
                RegistrationState.valueOf(item.required("state")));
    }
}
