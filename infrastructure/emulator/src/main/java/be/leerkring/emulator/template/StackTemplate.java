package be.leerkring.emulator.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A SAM or CloudFormation template as it would be deployed: its references, conditions and nested templates worked out.
 *
 * <p>What only a deployment knows is taken from the values that the caller gives, by the name that a template uses:
 * {@code Sender} for a parameter or for what a resource's {@code !Ref} gives, {@code Site.ApiEndpoint} for an
 * attribute. A name in a nested template has the nested stack's name before it: {@code Table.Table}. A resource without
 * such a value refers to itself by its logical ID.
 */
public final class StackTemplate {

    private static final Set<String> NESTED = Set.of("AWS::Serverless::Application", "AWS::CloudFormation::Stack");
    private static final Set<String> MADE_BY_SAM = Set.of("ServerlessHttpApi", "ServerlessRestApi");

    private final Path file;
    private final Section document;
    private final Map<String, String> values;
    private final TemplateParameters parameters;
    private final Map<String, StackTemplate> nested = new HashMap<>();
    private final Intrinsics intrinsics = new Intrinsics(this);

    private StackTemplate(Path file, Map<String, String> values) {
        this.file = file;
        this.document = Section.of(TemplateYaml.read(file));
        this.values = Map.copyOf(values);
        this.parameters = new TemplateParameters(file.toString(), section("Parameters"), this.values);
    }

    /** Reads the template with its parameters at their defaults. */
    public static StackTemplate read(Path file) {
        return read(file, Map.of());
    }

    /** Reads the template with values for its parameters and for what its resources are called. */
    public static StackTemplate read(Path file, Map<String, String> values) {
        return new StackTemplate(file, values);
    }

    /**
     * The parameters' values, given or default, in the template's order: a text, or a list of texts.
     *
     * @throws IllegalArgumentException if a parameter has neither
     */
    public Map<String, Object> parameters() {
        return parameters.all();
    }

    /** The resources, as far as their condition holds, in the template's order. */
    public List<StackResource> resources() {
        return resources(declaration -> true);
    }

    /** The resources of a type, as far as their condition holds, in the template's order. */
    public List<StackResource> resources(String type) {
        return resources(declaration -> declaration.text("Type", "").equals(type));
    }

    private List<StackResource> resources(Predicate<Section> wanted) {
        var resources = section("Resources");
        return resources.entries().keySet().stream()
                .map(String.class::cast)
                .filter(logicalId -> wanted.and(this::isDeployed).test(resources.section(logicalId)))
                .map(this::resource)
                .toList();
    }

    /** The functions, each with the template's Globals merged into it, in the template's order. */
    public List<StackFunction> functions() {
        var globals = intrinsics.resolve(section("Globals").section("Function").entries());
        return resources("AWS::Serverless::Function").stream()
                .map(function -> FunctionReader.read(function, globals))
                .toList();
    }

    /** The template that a resource of this one nests, with the parameters that the resource hands to it. */
    public StackTemplate nested(String logicalId) {
        var known = nested.get(logicalId);
        if (known == null) {
            known = readNested(resource(logicalId));
            nested.put(logicalId, known);
        }
        return known;
    }

    private StackTemplate readNested(StackResource stack) {
        if (!NESTED.contains(stack.type())) {
            throw new IllegalArgumentException(this + " has a " + stack.type() + " called " + stack.logicalId()
                    + ", which nests no template");
        }
        var properties = Section.of(stack.properties());
        var location = properties.text("Location", properties.text("TemplateURL", null));
        var prefix = stack.logicalId() + ".";
        var inner = new HashMap<String, String>();
        var handedOn = properties.section("Parameters").entries();
        handedOn.forEach((name, value) -> inner.put((String) name, TemplateParameters.handedOn(value)));
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                inner.put(name.substring(prefix.length()), value);
            }
        });
        return new StackTemplate(file.resolveSibling(location), inner);
    }

    /**
     * The value of one of the template's Outputs.
     *
     * @throws IllegalArgumentException if it has no such output
     */
    public Object output(String name) {
        return intrinsics.resolve(Section.of(entry("Outputs", name)).get("Value"));
    }

    Object reference(String name) {
        if (parameters.has(name)) {
            return parameters.value(name);
        }
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (PseudoParameters.VALUES.containsKey(name)) {
            return PseudoParameters.VALUES.get(name);
        }
        requireResource(name);
        return name;
    }

    Object attribute(String logicalId, String attribute) {
        var path = logicalId + "." + attribute;
        if (values.containsKey(path)) {
            return values.get(path);
        }
        requireResource(logicalId);
        return attribute.startsWith("Outputs.")
                ? nested(logicalId).output(attribute.substring("Outputs.".length()))
                : path;
    }

    boolean condition(String name) {
        return intrinsics.condition(entry("Conditions", name));
    }

    Object mapping(String name, String first, String second) {
        return Section.of(entry("Mappings", name)).section(first).get(second);
    }

    private boolean isDeployed(Section resource) {
        return !resource.has("Condition") || intrinsics.condition(resource.get("Condition"));
    }

    private StackResource resource(String logicalId) {
        var resource = Section.of(entry("Resources", logicalId));
        var properties = new LinkedHashMap<String, Object>();
        resource.section("Properties")
                .entries()
                .forEach((name, value) -> properties.put((String) name, intrinsics.resolve(value)));
        properties.values().removeIf(value -> value == Intrinsics.NO_VALUE);
        return new StackResource(logicalId, resource.text("Type", ""), properties);
    }

    private void requireResource(String name) {
        var resources = section("Resources").entries().keySet();
        if (!MADE_BY_SAM.contains(name) && resources.stream().noneMatch(belongsTo(name))) {
            throw new IllegalArgumentException(
                    this + " refers to " + name + ", which is none of its parameters or resources");
        }
    }

    /** SAM makes resources of its own whose names begin with that of the resource they belong to. */
    private static Predicate<Object> belongsTo(String name) {
        return logicalId -> name.startsWith((String) logicalId);
    }

    private Object entry(String section, String name) {
        var entry = section(section).get(name);
        if (entry == null) {
            throw new IllegalArgumentException(this + " has nothing called " + name + " in its " + section);
        }
        return entry;
    }

    private Section section(String name) {
        return document.section(name);
    }

    /** The file's name, for messages. */
    @Override
    public String toString() {
        return file.toString();
    }
}
