package be.leerkring.platform.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a mail says, once; its HTML and its plain text are both made from it, so that they can't disagree.
 *
 * @param subject one line
 * @param blocks from top to bottom
 * @param reason why the reader gets this mail
 */
public record Letter(String subject, String greeting, List<Block> blocks, String closing, String reason) {

    /** Words hold whatever somebody typed once; what stands for the site's address is ours alone to write. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    public Letter {
        subject = words(subject);
        greeting = words(greeting);
        closing = words(closing);
        reason = words(reason);
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

    /** Names and their values, such as when and where. */
    public record Facts(List<Fact> facts) implements Block {}

    public record Fact(String name, String value) {

        public Fact {
            name = words(name);
            value = words(value);
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

    /** What there is to read elsewhere. */
    public record Sources(List<Source> sources) implements Block {}

    /**
     * Something to read that is not on this site.
     *
     * @param description what it is; may be empty
     * @param address a complete https address; empty where it is not on the web
     */
    public record Source(String title, String description, String address) {

        public Source {
            title = words(title);
            description = words(description);
            address = words(address);
        }
    }
}
