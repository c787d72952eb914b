package be.leerkring.network.cooperation;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.participant.Participant;
import java.util.Optional;

/**
 * One of the two organisations of a report, as it was when the report was written.
 *
 * @param id the empty text for one that the network doesn't list
 */
public record Side(String id, String name) {

    /** The organisation as the list knows it now; also one that was known by its name alone, and is listed since. */
    public Optional<Organisation> in(OrganisationList list) {
        return id.isEmpty() ? list.called(name) : list.find(id);
    }

    /** What it is called now. */
    public String name(OrganisationList list) {
        return in(list).map(Organisation::name).orElse(name);
    }

    /** The same for whatever names the same organisation. */
    public String key(OrganisationList list) {
        return in(list).map(Organisation::id).orElseGet(() -> Participant.organisationKey(id, name));
    }
}
