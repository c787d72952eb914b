package be.leerkring.organiser;

import be.leerkring.platform.web.FormText;

/** How many organisations a file brought; as the address of the page after it says it. */
public record ImportResult(int added, int changed, int refused) {

    public static ImportResult of(FormText asked) {
        return new ImportResult(number(asked, "added"), number(asked, "changed"), number(asked, "refused"));
    }

    private static int number(FormText asked, String field) {
        return asked.line(field).matches("\\d{1,4}") ? Integer.parseInt(asked.line(field)) : 0;
    }

    public boolean isEmpty() {
        return added + changed + refused == 0;
    }

    /** The end of the address of the page that says it. */
    public String address() {
        return "?added=" + added + "&changed=" + changed + "&refused=" + refused;
    }
}
