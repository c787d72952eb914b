import java.util.Optional;
import java.util.Scanner;
import java.util.regex.Pattern;

/** The mailbox of the one who registers, as far as somebody can look into it. */
interface Mails {

    String TOKEN = "[A-Za-z0-9._~-]+";

    String address();

    /**
     * The link in the last mail that begins with a path, such as {@code /confirm/}; nothing where nobody can look.
     *
     * @throws Report.Wrong if the mail does not come
     */
    Optional<String> link(String path) throws InterruptedException;

    /** Somebody reads the mails, and pastes the links. */
    static Mails pasted(String address) {
        var lines = new Scanner(System.in);
        return new Mails() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public Optional<String> link(String path) {
                System.out.println("  Paste the link with " + path + " of the new mail to " + address + ":");
                var line = lines.hasNextLine() ? lines.nextLine() : "";
                var found = Pattern.compile(path + TOKEN).matcher(line);
                if (!found.find()) {
                    throw new Report.Wrong("that is no link with " + path);
                }
                return Optional.of(found.group());
            }
        };
    }

    /** The laptop keeps all mails. Its clock stands elsewhere, and its mails leave at once. */
    static Optional<Mails> ofLaptop(SmokedSite site) {
        if (site.get("/local/inbox.json").status() != 200) {
            return Optional.empty();
        }
        var mine = "smoke-" + Long.toString(System.nanoTime(), 36) + "@example.org";
        return Optional.of(new Mails() {
            @Override
            public String address() {
                return mine;
            }

            @Override
            public Optional<String> link(String path) throws InterruptedException {
                var to = "\"to\":\\[\"";
                var mail = Pattern.compile(
                        to + Pattern.quote(mine) + "(?:(?!" + to + ").)*?(" + path + TOKEN + ")", Pattern.DOTALL);
                for (int look = 0; look < 120; look++) {
                    var found = mail.matcher(site.get("/local/inbox.json").body()).results().toList();
                    if (!found.isEmpty()) {
                        return Optional.of(found.getLast().group(1));
                    }
                    Thread.sleep(250);
                }
                throw new Report.Wrong("no mail with " + path + " came within 30 seconds");
            }
        });
    }

    static Mails nobodys(String address) {
        return new Mails() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public Optional<String> link(String path) {
                return Optional.empty();
            }
        };
    }
}
