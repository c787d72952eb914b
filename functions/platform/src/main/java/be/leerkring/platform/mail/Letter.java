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

    public record Paragraph(String text) implements Block {}

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
}
