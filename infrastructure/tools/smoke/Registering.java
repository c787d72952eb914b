import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody registers for a session, confirms, looks, cancels, and has everything erased. */
final class Registering {

    private static final Pattern SESSION = Pattern.compile("href=\"/sessions/([^\"/]+)\"");
    private static final Pattern ORGANISATION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("data-state=\"(confirmed|waiting|offered)\"");

    private final SmokedSite site;
    private final Report report;
    private final Mails mails;

    Registering(SmokedSite site, Report report, Mails mails) {
        this.site = site;
        this.report = report;
        this.mails = mails;
    }

    void play(Optional<String> named) throws InterruptedException {
        var session = named.or(this::open);
        if (session.isEmpty()) {
            report.notChecked(
                    "registering", "no session on the programme takes registrations; name one with --session");
            return;
        }
        var page = "/sessions/" + session.get();
        var form = page + "/register";
        report.step("the session's page: " + page, () -> site.get(page).mustBe(200, "href=\"" + form + "\""));
        report.step("its appointment", () -> site.get(page + "/calendar.ics").mustBe(200, "BEGIN:VEVENT"));
        var shown = report.step("its form", () -> site.get(form).mustBe(200, "action=\"" + form + "\""));
        if (shown == null) {
            return;
        }
        report.step(
                "a form with nothing in it comes back",
                () -> site.post(form, Map.of()).mustBe(422, "aria-invalid"));
        var sent = report.step(
                "a form for " + mails.address() + " is taken",
                () -> site.post(form, filledIn(shown.body())).mustBe(303));
        if (sent != null) {
            follow();
        }
    }

    /** The first session on the programme that takes registrations. */
    private Optional<String> open() {
        return SESSION.matcher(site.get("/").body()).results().map(found -> found.group(1)).distinct().limit(12)
                .filter(id -> site.get("/sessions/" + id).body().contains("href=\"/sessions/" + id + "/register\""))
                .findFirst();
    }

    private Map<String, String> filledIn(String page) {
        var organisation = ORGANISATION.matcher(page);
        if (!organisation.find()) {
            throw new Report.Wrong("the form has no organisation to choose: take over the list at the desk first");
        }
        var form = new LinkedHashMap<String, String>();
        form.put("name", "Rook Test");
        form.put("email", mails.address());
        form.put("organisation", organisation.group(1));
        form.put("otherOrganisation", "");
        form.put("role", "");
        form.put("language", "nl");
        form.put("consent", "yes");
        form.put("website", "");
        return form;
    }

    private void follow() throws InterruptedException {
        var confirm = link("the mail that asks to confirm", "/confirm/");
        if (confirm.isEmpty()) {
            report.notChecked(
                    "confirmation, own page, cancellation",
                    "nobody reads " + mails.address() + "; --mailbox says who does. The registration, which holds no "
                            + "seat, goes by itself after two days");
            return;
        }
        report.step("its link changes nothing by being opened", () -> {
            site.get(confirm.get()).mustBe(200, "<form method=\"post\"");
            return site.get(confirm.get()).mustBe(200, "<form method=\"post\"");
        });
        report.step("its button confirms, twice too", () -> {
            site.post(confirm.get(), Map.of()).mustBe(303);
            site.post(confirm.get(), Map.of()).mustBe(303);
            return state(site.get(confirm.get()).mustBe(200));
        });
        var own = link("the mail with the link to one's own page", "/my/");
        if (own.isEmpty()) {
            return;
        }
        var mine = own.get();
        report.step("one's own page", () -> state(site.get(mine).mustBe(200, mails.address())));
        report.step("what is kept", () -> site.get(mine + "/data/leerkring.json").mustBe(200, mails.address()));
        report.step("cancelling", () -> {
            site.post(mine + "/cancel", Map.of()).mustBe(303);
            return site.get(mine).mustBe(200, "data-state=\"cancelled\"");
        });
        report.step("erasing: nothing is left of it", () -> {
            site.post(mine + "/data/erase", Map.of()).mustBe(200);
            return site.get(mine).mustBe(404);
        });
    }

    private Optional<String> link(String name, String path) throws InterruptedException {
        try {
            var found = mails.link(path);
            if (found.isPresent()) {
                report.step(name, () -> found);
            }
            return found;
        } catch (Report.Wrong what) {
            report.step(name, () -> {
                throw what;
            });
            return Optional.empty();
        }
    }

    private static String state(SmokedSite.Answer page) {
        var state = STATE.matcher(page.body());
        if (!state.find()) {
            throw new Report.Wrong("the page says neither confirmed, nor waiting, nor offered");
        }
        return state.group(1);
    }
}
