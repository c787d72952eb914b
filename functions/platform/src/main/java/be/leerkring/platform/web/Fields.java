package be.leerkring.platform.web;

import be.leerkring.platform.templates.StaticTemplates;
import gg.jte.Content;

/**
 * The fields of one form, for its template to print.
 *
 * @param texts what the keys of the labels begin with: the field {@code name} of {@code form} is labelled by the
 *     text {@code form.name}
 */
public record Fields(View view, FormErrors errors, String texts) {

    /** What is wrong, above the form; each error leads to its field. */
    public Content summary() {
        return new StaticTemplates().errors(view, errors);
    }

    /** What is wrong with one field, for a template that prints the rest of it itself. */
    public Content message(String name) {
        return new StaticTemplates().message(name, errors.message(name));
    }

    /** A field with this value. */
    public Field field(String name, String value) {
        return new Field(view, errors, texts, name, value);
    }
}
