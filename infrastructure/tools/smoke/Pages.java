import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The pages that everybody reaches, what they come with, and that each function behind the site answers. */
final class Pages {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    /** The form of a token that nobody was mailed. */
    private static final String TOKEN = "none.other.AAAAAAAAAAAAAAAAAAAAAA";

    /** An address of each function, and what it answers to somebody who is not signed in and has no link. */
    private static final Map<String, Integer> FUNCTIONS = new LinkedHashMap<>();

    static {
        FUNCTIONS.put("/knowledge", 200);
        FUNCTIONS.put("/network", 200);
        FUNCTIONS.put("/confirm/" + TOKEN, 404);
        FUNCTIONS.put("/my/" + TOKEN, 404);
        FUNCTIONS.put("/feedback/" + TOKEN, 404);
        FUNCTIONS.put("/unsubscribe/" + TOKEN, 404);
        FUNCTIONS.put("/my/" + TOKEN + "/contacts", 404);
        FUNCTIONS.put("/organiser/sign-in", 200);
        FUNCTIONS.put("/organiser/sessions", 303);
        FUNCTIONS.put("/organiser/quotes", 303);
        FUNCTIONS.put("/organiser/network", 303);
        FUNCTIONS.put("/organiser/sessions/none/people", 303);
        FUNCTIONS.put("/organiser/sessions/none/speed-dating", 303);
    }

    private final SmokedSite site;
    private final Report report;

    Pages(SmokedSite site, Report report) {
        this.site = site;
        this.report = report;
    }

    void look() {
        var home = report.step("the programme, in Dutch", () -> site.get("/").mustBe(200, "<html lang=\"nl\""));
        if (home != null) {
            report.step("its security headers", () -> headers(home));
            report.step("what it is made of: " + count(home) + " files", () -> assets(home));
            if (!home.header("Content-Encoding").equals("gzip")) {
                report.notChecked("compression", "the programme came unpacked");
            }
        }
        report.step("the calendar", () -> site.get("/calendar.ics").mustBe(200, "BEGIN:VCALENDAR"));
        for (var language : new String[] {"nl", "en"}) {
            report.step("the page for an address that is none, in " + language, () -> missing(language));
        }
        report.step(
                "the page for an address with a stray character",
                () -> site.get("/confirm/a%3E").mustBe(404, "<html"));
        FUNCTIONS.forEach((path, status) -> report.step(path.replace(TOKEN, "…"), () -> ours(path, status)));
    }

    private void headers(SmokedSite.Answer page) {
        require(page, "Content-Security-Policy", "default-src 'none'");
        require(page, "X-Content-Type-Options", "nosniff");
        require(page, "Referrer-Policy", "");
        if (site.address().startsWith("https:")) {
            require(page, "Strict-Transport-Security", "max-age=");
        }
    }

    private static void require(SmokedSite.Answer page, String header, String value) {
        if (page.header(header).isEmpty() || !page.header(header).contains(value)) {
            throw new Report.Wrong(header + " is " + (page.header(header).isEmpty() ? "missing" : page.header(header)));
        }
    }

    private static long count(SmokedSite.Answer page) {
        return ASSET.matcher(page.body()).results().map(found -> found.group(1)).distinct().count();
    }

    private void assets(SmokedSite.Answer page) {
        ASSET.matcher(page.body()).results().map(found -> found.group(1)).distinct().forEach(path -> {
            var asset = site.get(path);
            if (asset.status() != 200 || asset.header("Content-Type").startsWith("text/html")) {
                throw new Report.Wrong(path + " answered " + asset.status() + ", " + asset.header("Content-Type"));
            }
        });
    }

    private void missing(String language) {
        var page = site.get("/no/such/page", language).mustBe(404, "<html lang=\"" + language + "\"");
        if (!page.header("Content-Language").equals(language)) {
            throw new Report.Wrong("its Content-Language is " + page.header("Content-Language"));
        }
    }

    /** API Gateway's own answers are JSON; ours are pages. */
    private void ours(String path, int status) {
        var page = site.get(path).mustBe(status);
        if (status == 303) {
            require(page, "Location", "/organiser/sign-in");
        } else if (!page.body().contains("<html lang=")) {
            throw new Report.Wrong("is no page of ours");
        }
    }
}
