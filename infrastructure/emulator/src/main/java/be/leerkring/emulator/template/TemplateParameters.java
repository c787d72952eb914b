package be.leerkring.emulator.template;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template's parameters, with the values given for them or else their defaults. */
record TemplateParameters(String template, Section declarations, Map<String, String> values) {

    private static final Set<String> LISTS = Set.of("CommaDelimitedList", "List<Number>");

    Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        for (var name : declarations.entries().keySet()) {
            all.put((String) name, value((String) name));
        }
        return all;
    }

    boolean has(String name) {
        return declarations.has(name);
    }

    Object value(String name) {
        var declaration = declarations.section(name);
        var value = values.getOrDefault(name, declaration.text("Default", LocalSettings.VALUES.get(name)));
        if (value == null) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " of " + template + " has no default: give it a value");
        }
        return LISTS.contains(declaration.text("Type", ""))
                ? Arrays.stream(value.split(",")).map(String::strip).toList()
                : value;
    }

    /** A value as one template hands it to another. */
    static String handedOn(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Intrinsics::text).collect(joining(","))
                : Intrinsics.text(value);
    }
}
