package be.leerkring.speeddating.map;

import be.leerkring.desk.Csv;
import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The map as files: every pair of organisations that met or works together, and none of people. CSV for a spreadsheet;
 * GraphML (Brandes and others, GraphML Progress Report, 2001) for programs that draw and measure networks.
 */
@Singleton
final class MapFiles {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String STRING = "string";
    private static final String INT = "int";

    /** What XML 1.0 has no way to write, section 2.2. */
    private static final String NO_XML = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final Languages languages;
    private final NetworkTime time;

    MapFiles(Languages languages, NetworkTime time) {
        this.languages = languages;
        this.time = time;
    }

    String csv(NetworkMap map, Csv.Separator separator, Language language) {
        var texts = languages.texts(language);
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.of("one", "kind-one", "other", "kind-other", "meetings", "contacts", "since", "session",
                "cooperation")
                .map(column -> texts.text("network.file." + column))
                .toList());
        var together = map.together();
        pairs(map).forEach(pair -> {
            var one = map.organisation(pair.one());
            var other = map.organisation(pair.other());
            var tie = Optional.ofNullable(map.ties().get(pair));
            lines.add(List.of(
                    one.name(),
                    texts.text("organisation.kind." + one.kind().code()),
                    other.name(),
                    texts.text("organisation.kind." + other.kind().code()),
                    Integer.toString(tie.map(Tie::meetings).orElse(0)),
                    Integer.toString(tie.map(Tie::contacts).orElse(0)),
                    tie.map(met -> day(map, met)).orElse(""),
                    tie.map(met -> texts.text(map.steps().get(met.since()).session().title())).orElse(""),
                    Optional.ofNullable(together.get(pair))
                            .map(cooperation -> texts.text("stage." + cooperation.stage().code()))
                            .orElse("")));
        });
        return Csv.file(lines, separator);
    }

    /** All pairs of which there is something to say, in the order of their ids. */
    private static Set<Acquaintance> pairs(NetworkMap map) {
        var pairs = new TreeSet<>(map.ties().keySet());
        pairs.addAll(map.together().keySet());
        return pairs;
    }

    String graphml(NetworkMap map) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            key(xml, "node", "name", STRING);
            key(xml, "node", "kind", STRING);
            key(xml, "edge", "meetings", INT);
            key(xml, "edge", "contacts", INT);
            key(xml, "edge", "since", STRING);
            key(xml, "edge", "cooperation", STRING);
            graph(xml, map);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Writing XML to memory failed", impossible);
        }
        return text.toString();
    }

    private void graph(XMLStreamWriter xml, NetworkMap map) throws XMLStreamException {
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "network");
        xml.writeAttribute("edgedefault", "undirected");
        for (Organisation organisation : map.organisations()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", organisation.id());
            data(xml, "name", organisation.name());
            data(xml, "kind", organisation.kind().code());
            xml.writeEndElement();
        }
        var together = map.together();
        for (var pair : pairs(map)) {
            xml.writeStartElement("edge");
            xml.writeAttribute("source", pair.one());
            xml.writeAttribute("target", pair.other());
            var tie = map.ties().get(pair);
            data(xml, "meetings", Integer.toString(tie == null ? 0 : tie.meetings()));
            data(xml, "contacts", Integer.toString(tie == null ? 0 : tie.contacts()));
            if (tie != null) {
                data(xml, "since", day(map, tie));
            }
            if (together.containsKey(pair)) {
                data(xml, "cooperation", together.get(pair).stage().code());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private String day(NetworkMap map, Tie tie) {
        return time.local(map.steps().get(tie.since()).session().start()).toLocalDate().toString();
    }

    private static void key(XMLStreamWriter xml, String of, String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(value.replaceAll(NO_XML, "\uFFFD"));
        xml.writeEndElement();
    }
}
