package be.leerkring.platform.mail;

import be.leerkring.platform.language.Words;
import be.leerkring.platform.markup.Markup;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail says, once; its HTML and its plain text are both made from it, so that they can't disagree.
 *
 * @param subject one line
 * @param quoted what the subject says in another language, such as a session's title
 * @param blocks from top to bottom
 * @param reason why the reader gets this mail
 */
public record Letter(
        String subject, Words quoted, String greeting, List<Block> blocks, String closing, String reason) {

    /** Words hold whatever somebody typed once; what stands for the site's address is ours alone to write. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    /** More is never in sight: a paragraph, and when and where. */
    private static final int PREVIEWED = 2;

    private static final int LONGEST_PREVIEW = 200;

    public Letter {
        subject = words(subject);
        quoted = words(quoted);
        greeting = words(greeting);
        closing = words(closing);
        reason = words(reason);
    }

    /** A letter whose subject has nobody's words. */
    public Letter(String subject, String greeting, List<Block> blocks, String closing, String reason) {
        this(subject, Words.NONE, greeting, blocks, closing, reason);
    }

    /** The subject in pieces: what it quotes has its language, the rest is the letter's own. */
    public List<Words> subjectPieces() {
        return new Words(subject, "").around(quoted);
    }

    private static Words words(Words words) {
        return new Words(words(words.text()), words.language());
    }

    /**
     * What mail programs show beside the subject of a mail that is not yet opened: what it says first, and of facts the
     * values that follow the first, which the subject names.
     */
    public String preview() {
        return blocks.stream()
                .flatMap(block -> switch (block) {
                    case Paragraph(var text) -> Stream.of(text);
                    case Written written -> Stream.of(written.markup().summary(LONGEST_PREVIEW));
                    case Facts(var facts) ->
                        Stream.of(facts.stream().skip(1).limit(2).map(Fact::value).collect(Collectors.joining(" · ")));
                    case Steps(var steps) -> steps.stream().limit(1).map(Step::heading);
                    case Button _,Reference _,Sources _ -> Stream.<String>empty();
                })
                .limit(PREVIEWED)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }

    private static String words(String text) {
        return CONTROL.matcher(text).replaceAll("");
    }

    /** A piece of a letter. */
    public sealed interface Block {}

    public record Paragraph(String text) implements Block {

        public Paragraph {
            text = words(text);
        }

        /** What stands on a line of its own. */
        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** What somebody wrote, with the markup that is understood everywhere. */
    public record Written(Words words) implements Block {

        public Written {
            words = Letter.words(words);
        }

        public Markup markup() {
            return Markup.of(words.text());
        }
    }

    /** Names and their values, such as when and where. */
    public record Facts(List<Fact> facts) implements Block {}

    /**
     * One of them.
     *
     * @param language of the value, an ISO 639 code; empty where it is the letter's own or nobody knows it
     */
    public record Fact(String name, String value, String language) {

        public Fact {
            name = words(name);
            value = words(value);
        }

        /** A fact in the letter's own language. */
        public Fact(String name, String value) {
            this(name, value, "");
        }

        /** A fact of which somebody wrote the value. */
        public Fact(String name, Words value) {
            this(name, value.text(), value.language());
        }

        /** The value with its language. */
        public Words written() {
            return new Words(value, language);
        }

        /** The value as a screen shows it: from one hour to another is one word. */
        public String shown() {
            return value.replace("–", "–\u2060");
        }
    }

    /**
     * The one thing that the reader is asked to do.
     *
     * @param path on this site, from its root
     */
    public record Button(String label, String path) implements Block {

        public Button {
            label = words(label);
            path = words(path);
        }

        /** The address, complete but for the site's own, which only the mailer knows. */
        public String address() {
            return Outbox.SITE + path;
        }
    }

    /**
     * Something else that the reader can do.
     *
     * @param path on this site, from its root
     */
    public record Reference(String label, String path) implements Block {

        public Reference {
            label = words(label);
            path = words(path);
        }

        /** The address, complete but for the site's own, which only the mailer knows. */
        public String address() {
            return Outbox.SITE + path;
        }
    }

    /** What one does one after the other, such as whom one meets at which table. */
    public record Steps(List<Step> steps) implements Block {}

    /**
     * One of them.
     *
     * @param first what one looks for: it stands out
     * @param rest of the heading, such as the hour; may be empty
     */
    public record Step(String first, String rest, String text) {

        public Step {
            first = words(first);
            rest = words(rest);
            text = words(text);
        }

        /** The heading on one line. */
        public String heading() {
            return rest.isEmpty() ? first : first + " · " + rest;
        }
    }

    /** What there is to read elsewhere. */
    public record Sources(List<Source> sources) implements Block {}

    /**
     * Something to read that is not on this site.
     *
     * @param description what it is; may be empty
     * @param address a complete https address; empty where it is not on the web
     */
    public record Source(Words title, String description, String address) {

        public Source {
            title = Letter.words(title);
            description = words(description);
            address = words(address);
        }
    }
}
