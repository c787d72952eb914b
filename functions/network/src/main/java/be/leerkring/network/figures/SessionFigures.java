package be.leerkring.network.figures;

import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a session came to, as it stood when it was closed. It holds no person and nothing that leads to one, so it stays
 * when the people are erased.
 *
 * @param session the session's id
 * @param title the session's, in its languages
 * @param start when it began
 * @param closed when it was closed
 * @param capacity how many seats it had
 * @param checkedIn whether people were checked in at the door; where nobody was, all who had a seat count as present
 * @param heads the people, by the kind of their organisation; a kind of which nobody registered is left out
 * @param reached the ids, at that moment, of the organisations on the list of which somebody was there
 * @param unlisted how many organisations that are not on the list had somebody there
 * @param newPeople how many of those present had been at no session of the same year that was closed before
 * @param newUnlisted how many of the unlisted organisations had been at none of those
 */
public record SessionFigures(
        String session,
        LocalizedText title,
        Instant start,
        Instant closed,
        int capacity,
        boolean checkedIn,
        Map<Kind, Heads> heads,
        List<String> reached,
        int unlisted,
        int newPeople,
        int newUnlisted,
        PairsMet pairs) {

    public SessionFigures {
        heads = Map.copyOf(heads);
        reached = List.copyOf(reached);
    }

    /** All people, of whatever kind of organisation. */
    public Heads everybody() {
        return heads.values().stream().reduce(Heads.NONE, Heads::plus);
    }

    /** The people of organisations of this kind. */
    public Heads of(Kind kind) {
        return heads.getOrDefault(kind, Heads.NONE);
    }

    Item writeTo(Item item) {
        return item.with("session", session)
                .with("title", title.byLanguage())
                .with("start", start)
                .with("closed", closed)
                .with("capacity", capacity)
                .with("checkedIn", checkedIn)
                .withMaps(
                        "heads",
                        heads.entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> entry.getKey().code(), entry -> entry.getValue().item())))
                .withTexts("reached", reached)
                .with("unlisted", unlisted)
                .with("newPeople", newPeople)
                .with("newUnlisted", newUnlisted)
                .with("pairs", pairs.item());
    }

    static SessionFigures readFrom(Item item) {
        return new SessionFigures(
                item.required("session"),
                new LocalizedText(item.texts("title")),
                item.requiredMoment("start"),
                item.requiredMoment("closed"),
                item.small("capacity"),
                item.flag("checkedIn"),
                item.maps("heads").entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> Kind.withCode(entry.getKey()), entry -> Heads.of(entry.getValue()))),
                item.list("reached"),
                item.small("unlisted"),
                item.small("newPeople"),
                item.small("newUnlisted"),
                PairsMet.of(item.map("pairs")));
    }
}
