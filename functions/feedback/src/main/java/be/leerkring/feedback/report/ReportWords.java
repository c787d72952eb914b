package be.leerkring.feedback.report;

import be.leerkring.feedback.report.Measure.Unit;
import be.leerkring.platform.web.View;
import java.util.OptionalDouble;

/** Says a report's figures in its reader's words. */
public final class ReportWords {

    private final View view;
    private final int year;

    ReportWords(View view, int year) {
        this.view = view;
        this.year = year;
    }

    /** The year: without the point that thousands have. */
    String year() {
        return Integer.toString(year);
    }

    String yearBefore() {
        return Integer.toString(year - 1);
    }

    String yearAfter() {
        return Integer.toString(year + 1);
    }

    String label(Measure measure) {
        return view.text("report.figure." + measure.name());
    }

    /** What the figure is called where it stands alone. */
    String headline(Measure measure) {
        return view.text("report.headline." + measure.name());
    }

    /** What is counted, in a line; empty for the parts of a figure, which are counted as the whole is. */
    String definition(Measure measure) {
        return measure.isPart() ? "" : view.text("report.definition." + measure.name());
    }

    /** The figure itself, or that it is not known. */
    String number(Unit unit, OptionalDouble value) {
        if (value.isEmpty()) {
            return view.text("report.unknown");
        }
        return switch (unit) {
            case COUNT -> view.text("report.count", value.getAsDouble());
            case MEAN -> view.text("report.mean", value.getAsDouble());
            case SCORE -> view.text("report.score", Math.round(value.getAsDouble()));
        };
    }

    /** What the figure is a part of, and how large a part; empty where it is a part of nothing. */
    String whole(Reading reading) {
        var share = reading.share();
        return share.isPresent()
                ? view.text("report.part", reading.of().getAsInt(), share.getAsInt())
                : "";
    }

    /** How long a bar is that shows a mark, of one that shows the highest. */
    static String length(OptionalDouble mark, int highest, int longest) {
        return Long.toString(Math.round(mark.orElse(0) * longest / highest));
    }
}
