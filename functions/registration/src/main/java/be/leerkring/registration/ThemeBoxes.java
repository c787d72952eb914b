package be.leerkring.registration;

import be.leerkring.network.participant.Interests;
import java.util.List;
import java.util.Map;

/** The boxes of a form by which somebody says which of the session's themes they seek and offer: one each. */
public final class ThemeBoxes {

    /** What the names of the boxes for what somebody seeks begin with; a theme's id follows. */
    static final String SEEKS = "seeks-";

    /** The same for what somebody offers. */
    static final String OFFERS = "offers-";

    private ThemeBoxes() {}

    /** What was ticked. Only the session tells which themes there are. */
    public static Interests in(Map<String, Object> body) {
        return new Interests(ticked(body, SEEKS), ticked(body, OFFERS));
    }

    private static List<String> ticked(Map<String, Object> body, String kind) {
        return body.keySet().stream()
                .filter(name -> name.startsWith(kind))
                .map(name -> name.substring(kind.length()))
                .toList();
    }
}
