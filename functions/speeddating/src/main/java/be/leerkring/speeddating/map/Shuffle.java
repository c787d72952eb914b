package be.leerkring.speeddating.map;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.table.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An order of the organisations that does not tell who is who. It follows from all meetings of all sessions, which
 * nobody outside the desk knows; so it is the same on every look, and the picture of one session can be laid over that
 * of the next.
 */
final class Shuffle {

    private Shuffle() {}

    static List<Organisation> of(NetworkMap map) {
        var secret = map.steps().stream()
                .map(step -> step.session().session() + step.session().meetings().entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        return map.organisations().stream()
                .sorted(Comparator.comparing(organisation -> Sha256.of(secret + "\n" + organisation.id())))
                .toList();
    }
}
