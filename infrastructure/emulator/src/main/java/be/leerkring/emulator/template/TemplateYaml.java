package be.leerkring.emulator.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.Construct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a template's YAML, with CloudFormation's short forms (!Ref, !Sub …) written out to their long ones. */
final class TemplateYaml {

    private TemplateYaml() {}

    static Map<?, ?> read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            if (new Yaml(new ShortForms()).load(reader) instanceof Map<?, ?> document) {
                return document;
            }
            throw new IllegalArgumentException(file + " is not a template: its top is not a mapping");
        } catch (IOException e) {
            throw new UncheckedIOException("The template cannot be read: " + file, e);
        }
    }

    private static final class ShortForms extends SafeConstructor {

        ShortForms() {
            super(new LoaderOptions());
            // A template's dates ("Version: 2012-10-17") are words to CloudFormation, not moments.
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
            yamlMultiConstructors.put("!", shortForm());
        }

        private Construct shortForm() {
            return new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return longForm(node.getTag().getValue().substring(1), argument(node));
                }
            };
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("An anchor cannot be read here: " + node.getStartMark());
            };
        }

        private static Map<String, Object> longForm(String name, Object argument) {
            return switch (name) {
                case "Ref", "Condition" -> Map.of(name, argument);
                case "GetAtt" -> Map.of("Fn::GetAtt", argument instanceof String path ? split(path) : argument);
                default -> Map.of("Fn::" + name, argument);
            };
        }

        private static List<String> split(String path) {
            return List.of(path.split("\\.", 2));
        }
    }
}
