package be.leerkring.local;

import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Coordinates;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Question;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Whereabouts;
import be.leerkring.platform.language.LocalizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/** A network as a YAML file describes it. */
record NetworkFile(
        List<Organisation> organisations, List<NetworkFile.Announced> sessions, List<KnowledgeEntry> knowledge) {

    private static final Duration PUBLISHED_BEFORE = Duration.ofDays(60);

    /**
     * @param attended whether the file says that two people of each subsidised organisation were there
     * @param rounds how many rounds of speed-dating there were; 0 for none
     * @param contacts how many pairs of people stayed in touch
     */
    record Announced(Session session, int capacity, boolean attended, int rounds, int contacts) {}

    /** The organisations that the agency funds. */
    List<Organisation> subsidised() {
        return organisations.stream()
                .filter(organisation -> organisation.kind().subsidised())
                .toList();
    }

    static NetworkFile read(String resource) {
        try (var stream = NetworkFile.class.getResourceAsStream(resource)) {
            var file = new Node(new Yaml(new PlainTimes()).load(stream));
            var zone = ZoneId.of(file.node("network").text("timeZone"));
            return new NetworkFile(
                    file.nodes("organisations").stream()
                            .map(NetworkFile::organisation)
                            .toList(),
                    file.nodes("sessions").stream()
                            .map(node -> announced(node, zone))
                            .toList(),
                    file.nodes("knowledge").stream()
                            .map(node -> entry(node, zone))
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + resource, unreadable);
        }
    }

    private static Organisation organisation(Node node) {
        var kind = Organisation.Kind.withCode(node.text("kind"));
        return new Organisation(node.text("id"), node.text("name"), kind, node.has("placeholder"));
    }

    private static Announced announced(Node node, ZoneId zone) {
        var start = LocalDateTime.parse(node.text("start"));
        var session = new Session(
                node.text("id"),
                texts(node.node("title")),
                LocalizedText.NONE,
                start.atZone(zone).toInstant(),
                LocalDateTime.parse(node.text("end")).atZone(zone).toInstant(),
                venue(node.node("venue")),
                node.text("audience").equals("open") ? Session.Audience.OPEN : Session.Audience.SUBSIDISED,
                node.texts("themes"),
                node.nodes("programme").stream()
                        .map(item -> new Session.ProgrammeItem(
                                at(start.toLocalDate(), item.text("at"), zone), texts(item.node("title"))))
                        .toList(),
                node.has("assumed"),
                AdmissionRules.NONE,
                Edition.announced(start.atZone(zone).toInstant().minus(PUBLISHED_BEFORE)),
                questions(node));
        return new Announced(
                session,
                Integer.parseInt(node.text("capacity")),
                !node.text("participants").startsWith("none"),
                node.has("speedDates") ? Integer.parseInt(node.node("speedDates").text("rounds")) : 0,
                node.has("speedDates") ? Integer.parseInt(node.node("speedDates").text("contacts")) : 0);
    }

    /** Those from the list first. */
    private static List<Question> questions(Node node) {
        var questions = new ArrayList<Question>();
        if (node.has("asks")) {
            node.texts("asks").forEach(code -> questions.add(
                    new Question.Known(Question.Kind.withCode(code).orElseThrow())));
        }
        if (node.has("questions")) {
            node.nodes("questions").forEach(own -> questions.add(
                    new Question.Own(questions.size() + 1, texts(own))));
        }
        return List.copyOf(questions);
    }

    private static Session.Venue venue(Node node) {
        return new Session.Venue(
                node.text("name"),
                new Whereabouts(
                        node.textOrNothing("room"),
                        node.textOrNothing("street"),
                        node.textOrNothing("postcode"),
                        node.text("city"),
                        Coordinates.parse(node.textOrNothing("coordinates")),
                        node.has("directions") ? texts(node.node("directions")) : LocalizedText.NONE,
                        node.has("access") ? texts(node.node("access")) : LocalizedText.NONE,
                        node.textOrNothing("online")));
    }

    private static KnowledgeEntry entry(Node node, ZoneId zone) {
        return new KnowledgeEntry(
                node.text("id"),
                KnowledgeEntry.Kind.withCode(node.text("kind")).orElseThrow(),
                texts(node.node("title")),
                texts(node.node("summary")),
                node.textOrNothing("link"),
                node.textOrNothing("reference"),
                node.texts("themes"),
                node.has("session") ? Optional.of(node.text("session")) : Optional.empty(),
                LocalDateTime.parse(node.text("created")).atZone(zone).toInstant(),
                0);
    }

    private static Instant at(LocalDate date, String hour, ZoneId zone) {
        return date.atTime(LocalTime.parse(hour)).atZone(zone).toInstant();
    }

    private static LocalizedText texts(Node node) {
        return new LocalizedText(Map.of("nl", node.text("nl"), "en", node.text("en")));
    }

    /** A map of the file. */
    private record Node(Map<?, ?> entries) {

        boolean has(String name) {
            return entries.containsKey(name);
        }

        String text(String name) {
            return String.valueOf(entries.get(name));
        }

        String textOrNothing(String name) {
            return has(name) ? text(name) : "";
        }

        List<String> texts(String name) {
            return ((List<?>) entries.get(name)).stream().map(String::valueOf).toList();
        }

        Node node(String name) {
            return new Node((Map<?, ?>) entries.get(name));
        }

        List<Node> nodes(String name) {
            return ((List<?>) entries.get(name))
                    .stream().map(element -> new Node((Map<?, ?>) element)).toList();
        }
    }

    /** Keeps a local date and time as it is written: YAML would make an instant in UTC of it. */
    private static final class PlainTimes extends SafeConstructor {

        PlainTimes() {
            super(new LoaderOptions());
            yamlConstructors.put(Tag.TIMESTAMP, yamlConstructors.get(Tag.STR));
        }
    }
}
