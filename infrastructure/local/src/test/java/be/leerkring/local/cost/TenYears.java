package be.leerkring.local.cost;

import be.leerkring.local.QuietSite;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What is left of ten years with a session in each month: counts of the sessions and of their answers. */
final class TenYears {

    static final String LAST = "2016";

    private static final LocalDate FIRST_DAY = LocalDate.of(2007, 1, 19);
    private static final int MONTHS = 120;
    private static final int REACHED = 60;

    private TenYears() {}

    static void load(QuietSite site) {
        var figures = site.get(Figures.class);
        for (int month = 0; month < MONTHS; month++) {
            var session = session(month);
            site.write(
                    figures.close(session, figures(session)),
                    figures.count(
                            session,
                            Optional.empty(),
                            Optional.of(new Figures.Marks(OptionalInt.of(4), OptionalInt.of(9)))));
        }
    }

    private static Session session(int month) {
        var start = FIRST_DAY.plusMonths(month).atTime(12, 30).toInstant(ZoneOffset.UTC);
        return new Session(
                "van-toen-" + month,
                new LocalizedText(Map.of("nl", "Een sessie met een titel " + month, "en", "A session with a title")),
                LocalizedText.NONE,
                start,
                start.plusSeconds(12_600),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(start));
    }

    private static SessionFigures figures(Session session) {
        return new SessionFigures(
                session.id(),
                session.title(),
                session.start(),
                session.end(),
                100,
                true,
                Map.of(
                        Kind.SPEARHEAD_CLUSTER, new Heads(30, 2, 3, 1),
                        Kind.INNOVATIVE_BUSINESS_NETWORK, new Heads(50, 5, 2, 9),
                        Kind.OTHER, new Heads(6, 0, 1, 0)),
                IntStream.range(0, REACHED).mapToObj(number -> "organisatie-" + number).toList(),
                4,
                20,
                2,
                new PairsMet(40, 900, 27_000));
    }
}
