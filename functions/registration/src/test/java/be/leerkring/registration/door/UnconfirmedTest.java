package be.leerkring.registration.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever filled in a form, and did not confirm it, at the door. */
final class UnconfirmedTest extends AtTheDoor {

    @Test
    void theyAreFoldedAwayBelowThosePeopleWhoCome() {
        confirm("An");
        room.submit(session, "Zita Verzonnen", "vil", "nl");
        room.submit(session, "Aad Verzonnen", "vil", "nl");

        var page = page("");

        assertThat(page).contains("<details id=\"unconfirmed\">", "2 mensen hebben nog niet bevestigd");
        assertThat(page.indexOf("<b>An</b>")).isLessThan(page.indexOf("<details id=\"unconfirmed\""));
        assertThat(page.indexOf("<b>Aad Verzonnen</b>")).isGreaterThan(page.indexOf("<details id=\"unconfirmed\""));
    }

    @Test
    void aSearchFindsThemAllTheSame() {
        confirm("An");
        room.submit(session, "Zita Verzonnen", "vil", "nl");

        assertThat(page("?q=zita")).contains("<details id=\"unconfirmed\" open>", "<b>Zita Verzonnen</b>")
                .doesNotContain("<b>An</b>");
        assertThat(page("?q=an")).as("nobody unconfirmed is called so").contains("<b>An</b>");
    }

    @Test
    void whereEverybodyHasConfirmedNothingIsFoldedAway() {
        confirm("An");

        assertThat(page("")).doesNotContain("unconfirmed");
    }

    @Test
    void theyStandOnNoPaper() {
        room.submit(session, "Zita Verzonnen", "vil", "nl");

        assertThat(room.organiser().get(session.deskPath() + "/list").body()).doesNotContain("Verzonnen");
        assertThat(room.organiser().get(session.deskPath() + "/badges").body()).doesNotContain("Verzonnen");
    }

    private String page(String query) {
        return room.organiser().get(session.deskPath() + "/check-in" + query).body();
    }
}
