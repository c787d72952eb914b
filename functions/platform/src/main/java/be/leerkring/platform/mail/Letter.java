package be.leerkring.platform.mail;

import java.util.List;

/**
 * What a mail says, once; its HTML and its plain text are both made from it, so that they can't disagree.
 *
 * @param subject one line
 * @param blocks from top to bottom
 * @param reason why the reader gets this mail
 */
public record Letter(String subject, String greeting, List<Block> blocks, String closing, String reason) {

    /** A piece of a letter. */
    public sealed interface Block {}

    public record Paragraph(String text) implements Block {

        /** What stands on a line of its own. */
        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** Names and their values, such as when and where. */
    public record Facts(List<Fact> facts) implements Block {}

    public record Fact(String name, String value) {}

    /**
     * The one thing that the reader is asked to do.
     *
     * @param path on this site, from its root
     */
    public record Button(String label, String path) implements Block {

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
    public record Source(String title, String description, String address) {}
}
