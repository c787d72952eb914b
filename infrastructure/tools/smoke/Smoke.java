import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code bin/smoke}: does the main job of a site that runs, as somebody with a browser and a mailbox would, and says of
 * each step whether it was right.
 */
final class Smoke {

    /** Mails to it arrive for SES and reach nobody (AWS: "Using the mailbox simulator"). */
    private static final String SIMULATOR = "success+smoke@simulator.amazonses.com";
    private static final String USAGE = "Usage: bin/smoke ADDRESS [--session ID] [--mailbox ADDRESS]";

    private Smoke() {}

    public static void main(String... arguments) throws InterruptedException {
        var words = new ArrayList<>(List.of(arguments));
        var session = option(words, "--session");
        var mailbox = option(words, "--mailbox");
        if (words.size() != 1 || !words.getFirst().matches("https?://[^/]+/?")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        var site = new SmokedSite(words.getFirst().replaceFirst("/$", ""));
        var report = new Report();
        report.title(site.address());
        new Pages(site, report).look();
        var mails = mailbox.map(address -> Mails.pasted(address))
                .or(() -> Mails.ofLaptop(site))
                .orElseGet(() -> Mails.nobodys(SIMULATOR));
        new Registering(site, report, mails).play(session);
        System.exit(report.end());
    }

    private static Optional<String> option(List<String> words, String name) {
        var at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }
}
