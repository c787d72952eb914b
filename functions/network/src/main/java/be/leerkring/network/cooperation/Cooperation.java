package be.leerkring.network.cooperation;

import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What organisations of the network do together.
 *
 * @param id lower-case letters, digits and hyphens, at most 60
 * @param organisations the ids of those that take part; one alone only where the others were merged into it
 * @param consents the ids of those that agreed to its being told
 * @param steps when it came to each stage, as far as that is known; never empty
 * @param beginning the session at which it began, if it did at one
 * @param themes ids, such as {@code industrie-4-0}
 * @param story what was taken from the session, what was done with it, and what came of it; can be empty
 * @param link where it is on the web, as {@link KnowledgeEntry#isLink} takes it; empty where it is not
 * @param published whether everybody reads it; never without the consent of all its organisations
 * @param revision one more at every change
 */
public record Cooperation(
        String id,
        LocalizedText title,
        List<String> organisations,
        Set<String> consents,
        NavigableMap<Stage, LocalDate> steps,
        Optional<Beginning> beginning,
        List<String> themes,
        LocalizedText story,
        String link,
        boolean published,
        long revision) {

    /** One that has not moved for longer than this is asked after. */
    private static final Period LONG = Period.ofDays(180);

    /**
     * A session, as it was when the cooperation was written.
     *
     * @param session its id
     */
    public record Beginning(String session, LocalizedText title, Instant start) {}

    /**
     * Without what an organisation that takes no part agreed to, and published only where all of them agreed.
     *
     * @throws IllegalArgumentException when the id is none, or nothing says how far it is
     */
    public Cooperation {
        if (!KnowledgeEntry.isId(id)) {
            throw new IllegalArgumentException("A cooperation's id has lower-case letters, digits and hyphens: " + id);
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Cooperation " + id + " has to be at one of the stages");
        }
        organisations = organisations.stream().distinct().toList();
        var members = organisations;
        consents = consents.stream().filter(members::contains).collect(Collectors.toUnmodifiableSet());
        steps = Collections.unmodifiableNavigableMap(new TreeMap<>(steps));
        themes = List.copyOf(themes);
        published = published && consents.containsAll(members);
    }

    /** How far it is. */
    public Stage stage() {
        return steps.lastKey();
    }

    /** The day on which it came as far as it is. */
    public LocalDate since() {
        return steps.lastEntry().getValue();
    }

    /** The day from which on it is known. */
    public LocalDate begun() {
        return Collections.min(steps.values());
    }

    /** The steps of one that comes to this stage on this day, or went back to it. */
    public static NavigableMap<Stage, LocalDate> steps(
            NavigableMap<Stage, LocalDate> steps, Stage stage, LocalDate day) {
        var next = new TreeMap<>(steps.headMap(stage, false));
        next.put(stage, day);
        return next;
    }

    /** How far it was at the end of this day; empty where it was not known by then. */
    public Optional<Stage> stageOn(LocalDate day) {
        return steps.descendingMap().entrySet().stream()
                .filter(step -> !step.getValue().isAfter(day))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether all its organisations agreed to its being told. */
    public boolean isAgreed() {
        return consents.containsAll(organisations);
    }

    /** Whether everybody may read it: it is published, and still one of several organisations. */
    public boolean isPublic() {
        return published && organisations.size() > 1;
    }

    /** Whether all of these take part. */
    public boolean isOf(Collection<String> ids) {
        return organisations.containsAll(ids);
    }

    /** Whether nothing was heard of it for half a year, and something should be. */
    public boolean isQuiet(LocalDate today) {
        return stage().moves() && since().plus(LONG).isBefore(today);
    }

    /** Whether it is not told in this language, and in another it is. */
    public boolean lacks(Language language) {
        return title.lacks(language) || story.lacks(language);
    }

    /** The same, read by everybody or not any more. */
    public Cooperation published(boolean so) {
        return new Cooperation(
                id, title, organisations, consents, steps, beginning, themes, story, link, so, revision + 1);
    }

    /**
     * The same under the ids by which the network knows the organisations now. Of several that became one, all have to
     * have agreed.
     */
    public Cooperation under(UnaryOperator<String> names) {
        var refusing = organisations.stream()
                .filter(organisation -> !consents.contains(organisation))
                .map(names)
                .collect(Collectors.toSet());
        return new Cooperation(
                id,
                title,
                organisations.stream().map(names).toList(),
                consents.stream().map(names).filter(name -> !refusing.contains(name)).collect(Collectors.toSet()),
                steps,
                beginning,
                themes,
                story,
                link,
                published,
                revision);
    }
}
