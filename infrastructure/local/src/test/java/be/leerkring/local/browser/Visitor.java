package be.leerkring.local.browser;

import be.leerkring.local.browser.checks.Arrival;
import be.leerkring.local.browser.checks.Inspection;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** A person with a browser that runs no scripts, who reads one language. Every page on the way is inspected. */
final class Visitor implements AutoCloseable {

    /** In milliseconds: moving the clock by weeks fires thousands of schedules. */
    private static final double PATIENCE = 120_000;

    private static final int REDIRECTION = 300;

    private static final int ERROR = 400;

    private final String site;
    private final BrowserContext context;
    private final Page page;
    private final Inspection inspection;
    private int status;

    Visitor(Browser browser, String site, String language) {
        this.site = site;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale(language));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        this.inspection = new Inspection(browser, language);
    }

    /** Types an address. */
    void open(String path) {
        arrive(() -> page.navigate(path.startsWith("/") ? site + path : path));
    }

    /** Follows the first such link, or presses the first such button, and waits for the page behind it. */
    void follow(String selector) {
        follow(page.locator(selector).first());
    }

    private void follow(Locator place) {
        arrive(place::click);
    }

    void fill(String field, String value) {
        page.locator("#" + field).fill(value);
    }

    /** Opens the newest mail, and leaves its other views inspected. */
    void openNewestMail() {
        open("/local/inbox");
        follow(".mails a");
        var mail = page.url();
        var paper = page.request().get(mail + "/html");
        inspection.mail(mail + "/html", paper.text());
        follow(".tabs a[href$='/text']");
        follow(".tabs a");
    }

    /** Presses the button inside the mail that is open, with the keyboard. */
    void pressMailsButton() {
        var button = page.frameLocator("iframe.paper").locator("td a");
        arrive(() -> button.press("Enter"));
    }

    /** The page that is open. */
    Page page() {
        return page;
    }

    /** With which status it was answered. */
    int status() {
        return status;
    }

    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    Inspection inspection() {
        return inspection;
    }

    private void arrive(Runnable act) {
        var response = page.waitForResponse(this::isPage, () -> Arrival.after(page, act));
        status = response.status();
        inspection.page(response.url(), response.text());
    }

    private boolean isPage(Response response) {
        return response.request().isNavigationRequest()
                && response.frame().equals(page.mainFrame())
                && (response.status() < REDIRECTION || response.status() >= ERROR);
    }

    @Override
    public void close() {
        inspection.close();
        context.close();
    }
}
