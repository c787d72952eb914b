package be.leerkring.platform.web;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.templates.StaticTemplates;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One field of a form, with its label, its hint and what is wrong with it: as a template prints it. */
public final class Field implements Content {

    /** One of the values that may be chosen. */
    public record Option(String value, String label) {}

    private final View view;
    private final FormErrors errors;
    private final String name;
    private final String value;
    private String key;
    private String type = "text";
    private String autocomplete = "off";
    private Language written;
    private String group = "";
    private int lines = 1;
    private int longest;
    private boolean required;
    private boolean optional;
    private boolean hint;
    private boolean untranslated;
    private boolean markup;
    private List<Option> options = List.of();

    Field(View view, FormErrors errors, String texts, String name, String value) {
        this.view = view;
        this.errors = errors;
        this.name = name;
        this.value = value;
        this.key = texts + "." + name;
    }

    /** By the label with this key, instead of the one that follows from the field's name. */
    public Field labelled(String other) {
        key = other;
        return this;
    }

    /** As a field of a group of equal ones, such as the rows of a table: the group's name follows the label. */
    public Field of(String row) {
        group = row;
        return this;
    }

    /** With another type of HTML's {@code input}, such as {@code date}. */
    public Field type(String other) {
        type = other;
        return this;
    }

    /** With what the browser may fill in by itself. */
    public Field autocomplete(String token) {
        autocomplete = token;
        return this;
    }

    /** A text in this language, which its label names. */
    public Field in(Language language) {
        written = language;
        return this;
    }

    /** Says that there is a text in another language, and none in this one. */
    public Field untranslated(boolean lacking) {
        untranslated = lacking;
        return this;
    }

    /** A text of several lines. */
    public Field lines(int number) {
        lines = number;
        return this;
    }

    /** At most so many characters. */
    public Field longest(int characters) {
        longest = characters;
        return this;
    }

    /** Must be filled in. */
    public Field required() {
        required = true;
        return this;
    }

    /** May stay empty, and says so. */
    public Field optional() {
        optional = true;
        return this;
    }

    /** With a hint, by the key of the label and {@code .hint}. */
    public Field hint() {
        hint = true;
        return this;
    }

    /** An organiser's text with paragraphs, lists and links, and says how one writes them. */
    public Field markup() {
        markup = true;
        return this;
    }

    /** A choice between these. */
    public Field options(List<Option> choices) {
        options = choices;
        return this;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().field(this).writeTo(output);
    }

    /** The label's text, without the language and the group that tell the field from its like. */
    public String label() {
        return view.text(key);
    }

    public String hintText() {
        return Stream.of(hint ? view.text(key + ".hint") : "", markup ? view.text("form.markup") : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    public String optionalText() {
        return optional ? view.text("form.optional") : "";
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    public String type() {
        return type;
    }

    public String autocomplete() {
        return autocomplete;
    }

    /** The code of the text's language; null where it has none of its own, so that jte leaves it out. */
    public String language() {
        return written == null ? null : written.code();
    }

    /** What the text's language calls itself; empty where the text has none of its own. */
    public String languageName() {
        return written == null ? "" : written.ownName();
    }

    public String untranslatedText() {
        return untranslated ? view.text("form.untranslated") : "";
    }

    public String group() {
        return group;
    }

    public int lines() {
        return lines;
    }

    /** For {@code maxlength}; null where there is no limit, so that jte leaves it out. */
    public String maximum() {
        return longest == 0 ? null : Integer.toString(longest);
    }

    /**
     * For {@code required}. A choice that begins with a value always has one, and HTML wants {@code required} on a
     * {@code select} only where its first option is empty.
     */
    public boolean isRequired() {
        return required && (options.isEmpty() || options.getFirst().value().isEmpty());
    }

    public List<Option> options() {
        return options;
    }

    public String error() {
        return errors.message(name);
    }

    public String invalid() {
        return errors.invalid(name);
    }

    public String describedBy() {
        return errors.describedBy(
                name, ((hint || markup ? name + "-hint " : "") + (untranslated ? name + "-untranslated" : "")).strip());
    }
}
