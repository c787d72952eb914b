package be.leerkring.local;

import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Write;
import java.util.List;
import java.util.Map;

/** A session that somebody closed, where it does not matter what it came to. */
public final class ClosedSession {

    private ClosedSession() {}

    public static Write write(QuietSite site, Session session) {
        return write(site, session, Map.of());
    }

    /** At which so many were. */
    public static Write write(QuietSite site, Session session, Map<Organisation.Kind, Heads> heads) {
        return site.get(Figures.class).close(
                session,
                new SessionFigures(
                        session.id(), session.title(), session.start(), site.clock().instant(), 0, false, heads,
                        List.of(), 0, 0, 0, PairsMet.NONE));
    }
}
