package be.leerkring.registration.form;

import be.leerkring.network.participant.Interests;
import be.leerkring.platform.web.FormText;
import java.util.List;

/** The boxes of a form by which somebody says which of the session's themes they seek and offer: one each. */
public final class ThemeBoxes {

    /** What the names of the boxes for what somebody seeks begin with; a theme's id follows. */
    public static final String SEEKS = "seeks-";

    /** The same for what somebody offers. */
    public static final String OFFERS = "offers-";

    private ThemeBoxes() {}

    /** What was ticked. Only the session tells which themes there are. */
    public static Interests in(FormText form) {
        return new Interests(List.copyOf(form.after(SEEKS)), List.copyOf(form.after(OFFERS)));
    }
}
