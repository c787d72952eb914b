package be.leerkring.desk;

import be.leerkring.network.session.Session;
import be.leerkring.platform.web.View;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.stream.Stream;

/**
 * The head of every page that the desk has about one session: which session it is, and the way to the others. The page
 * prints it above its own heading. Nobody has registered for a draft, so a draft has fewer.
 */
public record SessionTabs(View view, Session session) implements Content {

    /** Pages by what their addresses end with; those that share a tab stand behind its own. */
    private static final List<List<String>> OF_ALL = List.of(
            List.of("", "/move", "/call-off", "/copy", "/publish"),
            List.of("/people"),
            List.of("/needs"),
            List.of("/check-in", "/list", "/badges", "/close"),
            List.of("/speed-dating"),
            List.of("/messages"),
            List.of("/answers"),
            List.of("/log"));

    private static final List<List<String>> OF_DRAFTS = List
            .of(OF_ALL.getFirst(), List.of("/preview"), OF_ALL.getLast());

    /**
     * One of the pages.
     *
     * @param text the key of its name
     * @param current for {@code aria-current}: null where one is elsewhere, so that jte leaves it out
     */
    public record Tab(String path, String text, String current) {}

    /** All pages there are, in their order. */
    public List<Tab> all() {
        return session.edition().draft()
                ? OF_DRAFTS.stream().map(this::tab).toList()
                : Stream.concat(
                        OF_ALL.stream().filter(this::isThere).map(this::tab),
                        Stream.of(new Tab(session.path(), "session-tabs.page", null)))
                        .toList();
    }

    /** What people need has a page where they are asked, or were. */
    private boolean isThere(List<String> places) {
        return !places.contains("/needs") || !session.questions().isEmpty() || isHere("/needs");
    }

    private Tab tab(List<String> places) {
        var desk = session.deskPath();
        var own = desk + places.getFirst();
        return new Tab(
                own,
                "session-tabs." + (own.equals(desk) ? "details" : places.getFirst().substring(1)),
                view.path().equals(own) ? "page" : places.stream().anyMatch(this::isHere) ? "true" : null);
    }

    private boolean isHere(String place) {
        var path = session.deskPath() + place;
        return view.path().equals(path) || (!place.isEmpty() && view.path().startsWith(path + "/"));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().sessionTabs(this).writeTo(output);
    }
}
