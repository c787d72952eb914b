package be.leerkring.feedback.report;

import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.markup.Line;
import be.leerkring.platform.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands beside a year's figures in words, all of it published.
 *
 * @param stories cooperations that came further in the year, the one that moved last first
 * @param quotes what people said of its sessions, each of another one where there are enough
 * @param replies what organisers change because of what people said, by session
 * @param opened the entries of the knowledge base that were opened most, and are still there
 */
public record Voices(List<Cooperation> stories, List<Quote> quotes, List<Answered> replies, List<Opened> opened) {

    /** A report has room for so many stories, and for so many quotes and replies. */
    static final int MOST_STORIES = 2;

    static final int MOST = 3;

    /** In characters. */
    private static final int LONGEST = 320;

    /** What organisers change after one session. */
    record Answered(SessionFigures session, Reply reply) {}

    /** An entry of the knowledge base, and how often it was opened in the year. */
    record Opened(KnowledgeEntry entry, int times) {

        static final int MOST = 5;
    }

    /** A story's paragraphs, as far as a report has room for them: the rest stands behind its link. */
    static List<String> lines(String story) {
        var lines = new ArrayList<String>();
        var left = LONGEST;
        for (var line : Markup.of(story).lines().map(Line::words).toList()) {
            if (left <= 0) {
                break;
            }
            lines.add(line.length() <= left ? line : line.substring(0, line.lastIndexOf(' ', left) + 1).strip() + " …");
            left -= line.length();
        }
        return lines;
    }
}
