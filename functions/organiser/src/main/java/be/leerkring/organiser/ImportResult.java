package be.leerkring.organiser;

import be.leerkring.platform.web.FormText;

/** How many organisations a file brought; as the address of the page after it says it. */
public record ImportResult(int added, int changed, int refused) {

    /** More than a file can hold. */
    private static final int MOST = 9_999;

    public static ImportResult of(FormText asked) {
        return new ImportResult(number(asked, "added"), number(asked, "changed"), number(asked, "refused"));
    }

    private static int number(FormText asked, String field) {
        return (int) Math.min(asked.number(field, 0), MOST);
    }

    public boolean isEmpty() {
        return added + changed + refused == 0;
    }

    /** The end of the address of the page that says it. */
    public String address() {
        return "?added=" + added + "&changed=" + changed + "&refused=" + refused;
    }
}
