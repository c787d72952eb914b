package be.leerkring.registration.people;

import be.leerkring.registration.Person;
import be.leerkring.registration.state.Cancelled;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of people for programs. Its names and codes stay as they are; its instants are ISO 8601 in UTC. */
@Singleton
public final class PeopleJson {

    private final JsonMapper json;

    PeopleJson(JsonMapper json) {
        this.json = json;
    }

    public String write(People people, List<Person> asked) {
        var data = new LinkedHashMap<String, Object>();
        data.put("session", people.session().id());
        data.put("more", people.more());
        data.put("people", asked.stream().map(PeopleJson::data).toList());
        try {
            return json.writeValueAsString(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    private static Map<String, Object> data(Person person) {
        var participant = person.participant();
        var data = new LinkedHashMap<String, Object>();
        data.put("person", participant.person());
        data.put("name", participant.name());
        data.put("email", participant.email().text());
        data.put("organisation", participant.organisation());
        data.put("organisationId", participant.organisationId());
        data.put("organisationKind", participant.kind().code());
        data.put("role", participant.role());
        data.put("seeks", participant.interests().seeks());
        data.put("offers", participant.interests().offers());
        data.put("language", participant.language().code());
        data.put("state", person.state().code());
        data.put("since", person.since().toString());
        data.put("offeredUntil", person.until().map(Instant::toString).orElse(""));
        data.put("placeInLine", person.place());
        data.put("approved", person.approved());
        data.put("ending", person.ending().map(Cancelled.Ending::code).orElse("none"));
        return data;
    }
}
