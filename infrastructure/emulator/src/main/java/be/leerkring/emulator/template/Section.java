package be.leerkring.emulator.template;

import java.util.List;
import java.util.Map;

/** A mapping in a template, read without fear of what is absent. */
record Section(Map<?, ?> entries) {

    static Section of(Object value) {
        return new Section(value instanceof Map<?, ?> map ? map : Map.of());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean has(String name) {
        return entries.get(name) != null;
    }

    Object get(String name) {
        return entries.get(name);
    }

    Section section(String name) {
        return of(entries.get(name));
    }

    List<Section> sections(String name) {
        return list(name).stream().map(Section::of).toList();
    }

    List<?> list(String name) {
        return entries.get(name) instanceof List<?> list ? list : List.of();
    }

    String text(String name, String otherwise) {
        return has(name) ? Intrinsics.text(entries.get(name)) : otherwise;
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    boolean isTrue(String name) {
        return text(name, "false").equals("true");
    }
}
