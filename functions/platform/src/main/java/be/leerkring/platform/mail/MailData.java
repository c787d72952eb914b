package be.leerkring.platform.mail;

import be.leerkring.platform.language.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a mail says below its subject, as maps, lists and texts. What is empty is left out. */
final class MailData {

    private final Map<?, ?> data;

    private MailData(Map<?, ?> data) {
        this.data = data;
    }

    static Map<String, Object> of(MailBody body) {
        var letter = body.letter();
        return map(
                "greeting", letter.greeting(),
                "blocks", letter.blocks().stream().map(MailData::of).toList(),
                "closing", letter.closing(),
                "reason", letter.reason(),
                "attachments", body.attachments().stream().map(MailData::of).toList());
    }

    private static Map<String, Object> of(Letter.Block block) {
        return switch (block) {
            case Letter.Paragraph(var text) -> map("is", "paragraph", "text", text);
            case Letter.Written(var words) -> map("is", "written", "words", of(words));
            case Letter.Facts(var facts) ->
                map("is", "facts", "facts", facts.stream().map(MailData::of).toList());
            case Letter.Steps(var steps) ->
                map("is", "steps", "steps", steps.stream().map(MailData::of).toList());
            case Letter.Button(var label, var path) -> map("is", "button", "label", label, "path", path);
            case Letter.Reference(var label, var path) -> map("is", "reference", "label", label, "path", path);
            case Letter.Sources(var sources) ->
                map("is", "sources", "sources", sources.stream().map(MailData::of).toList());
        };
    }

    private static Map<String, Object> of(Letter.Fact fact) {
        return map("name", fact.name(), "value", fact.value(), "language", fact.language());
    }

    private static Map<String, Object> of(Letter.Step step) {
        return map("first", step.first(), "rest", step.rest(), "text", step.text());
    }

    private static Map<String, Object> of(Words words) {
        return map("text", words.text(), "language", words.language());
    }

    private static Map<String, Object> of(Letter.Source source) {
        return map("title", of(source.title()), "description", source.description(), "address", source.address());
    }

    private static Map<String, Object> of(Mail.Attachment file) {
        return map("name", file.name(), "type", file.contentType(), "text", file.text());
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int name = 0; name < namesAndValues.length; name += 2) {
            var value = namesAndValues[name + 1];
            if (!value.equals("") && !value.equals(List.of()) && !value.equals(Map.of())) {
                map.put((String) namesAndValues[name], value);
            }
        }
        return map;
    }

    /**
     * What such maps say.
     *
     * @throws IllegalStateException when they hold something else
     */
    static MailBody body(String subject, Words quoted, Map<?, ?> data) {
        var mail = new MailData(data);
        return new MailBody(
                new Letter(
                        subject, quoted, mail.text("greeting"),
                        mail.list("blocks", MailData::block),
                        mail.text("closing"), mail.text("reason")),
                mail.list(
                        "attachments",
                        file -> new Mail.Attachment(file.text("name"), file.text("type"), file.text("text"))));
    }

    private static Letter.Block block(MailData block) {
        return switch (block.text("is")) {
            case "paragraph" -> new Letter.Paragraph(block.text("text"));
            case "written" -> new Letter.Written(block.words("words"));
            case "facts" -> new Letter.Facts(block.list("facts", MailData::fact));
            case "steps" -> new Letter.Steps(block.list("steps", MailData::step));
            case "button" -> new Letter.Button(block.text("label"), block.text("path"));
            case "reference" -> new Letter.Reference(block.text("label"), block.text("path"));
            case "sources" -> new Letter.Sources(block.list("sources", MailData::source));
            default -> throw new IllegalStateException("A mail has a block of an unknown kind: " + block.text("is"));
        };
    }

    private static Letter.Fact fact(MailData fact) {
        return new Letter.Fact(fact.text("name"), fact.text("value"), fact.text("language"));
    }

    private static Letter.Step step(MailData step) {
        return new Letter.Step(step.text("first"), step.text("rest"), step.text("text"));
    }

    private static Letter.Source source(MailData source) {
        return new Letter.Source(source.words("title"), source.text("description"), source.text("address"));
    }

    private Words words(String name) {
        var words = new MailData(data.get(name) instanceof Map<?, ?> found ? found : Map.of());
        return new Words(words.text("text"), words.text("language"));
    }

    private String text(String name) {
        return switch (data.get(name)) {
            case null -> "";
            case String text -> text;
            default -> throw new IllegalStateException("A mail's " + name + " is no text");
        };
    }

    private <T> List<T> list(String name, Function<MailData, T> reader) {
        return Optional.ofNullable((List<?>) data.get(name)).orElse(List.of()).stream()
                .map(element -> reader.apply(new MailData((Map<?, ?>) element)))
                .toList();
    }
}
