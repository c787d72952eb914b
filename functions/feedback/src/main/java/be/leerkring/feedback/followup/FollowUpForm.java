package be.leerkring.feedback.followup;

import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.Reported;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.List;
import java.util.Optional;

/**
 * The form as it was filled in. The first asks everything; each after it about one more organisation.
 *
 * @param number of the report, from 0 on
 * @param organisation the id of the organisation with which they went on, {@link #OTHER}, or empty for none
 * @param otherOrganisation the name of one that the network doesn't list
 */
public record FollowUpForm(
        int number,
        String used,
        String organisation,
        String otherOrganisation,
        String stage,
        String brought,
        String told,
        String success) {

    /** The value that says: none of these. */
    static final String OTHER = "other";

    static final List<String> FIELDS = List.of(
            "used", "organisation", "otherOrganisation", "stage", "brought", "told", "success");

    static final int LONGEST_TEXT = 1000;
    static final int LONGEST_NAME = 150;

    private static final String YES = "yes";
    private static final String NO = "no";

    static FollowUpForm of(FormText text) {
        return new FollowUpForm(
                (int) Math.min(text.number("number", 0), FollowUp.MOST),
                text.lines("used"),
                text.line("organisation"),
                text.line("otherOrganisation"),
                text.line("stage"),
                text.lines("brought"),
                text.line("told"),
                text.lines("success"));
    }

    /** The form as it was filled in before; what was not is empty. */
    static FollowUpForm of(FollowUp answer, int number, OrganisationList organisations) {
        var before = Optional.ofNullable(answer.reported().get(number));
        var listed = before.flatMap(report -> report.other().in(organisations));
        return new FollowUpForm(
                number,
                answer.used(),
                listed.map(organisation -> organisation.id()).orElse(before.isPresent() ? OTHER : ""),
                listed.isPresent() ? "" : before.map(report -> report.other().name()).orElse(""),
                before.map(report -> report.stage().code()).orElse(""),
                before.map(Reported::brought).orElse(""),
                before.map(report -> report.told() ? YES : NO).orElse(""),
                answer.success());
    }

    boolean isFirst() {
        return number == 0;
    }

    boolean isTold() {
        return told.equals(YES);
    }

    /** Whether it names an organisation, or means to. */
    private boolean names() {
        return !organisation.isEmpty() || !otherOrganisation.isEmpty() || !isFirst();
    }

    private boolean isEmpty() {
        return used.isEmpty() && success.isEmpty() && brought.isEmpty() && stage.isEmpty();
    }

    /** What is wrong with it, for somebody of this organisation who reported that much before. */
    FormErrors.Found check(FollowUp answer, Side own, OrganisationList organisations) {
        var found = new FormErrors.Found();
        found.field("used", used)
                .wrong(!names() && isEmpty(), "follow-up.empty")
                .longest(LONGEST_TEXT, "follow-up.text.long")
                .lines("feedback.text.characters");
        checkOrganisation(answer, own, organisations, found);
        found.field("stage", stage).wrong(names() && reportedStage().isEmpty(), "follow-up.stage.missing");
        found.field("brought", brought)
                .longest(LONGEST_TEXT, "follow-up.text.long")
                .lines("feedback.text.characters");
        found.field("told", told).wrong(!List.of("", YES, NO).contains(told), "follow-up.told.wrong");
        found.field("success", success)
                .longest(LONGEST_TEXT, "follow-up.text.long")
                .lines("feedback.text.characters");
        return found;
    }

    private void checkOrganisation(
            FollowUp answer, Side own, OrganisationList organisations, FormErrors.Found found) {
        var alone = !names() && (!stage.isEmpty() || !brought.isEmpty() || isTold());
        found.field("otherOrganisation", otherOrganisation)
                .wrong(organisation.equals(OTHER) && isNameless(), "follow-up.otherOrganisation.missing")
                .longest(LONGEST_NAME, "follow-up.otherOrganisation.long")
                .line("feedback.text.characters");
        found.field("organisation", organisation)
                .wrong(number >= FollowUp.MOST, "follow-up.organisation.many")
                .wrong(alone || (names() && organisation.isEmpty() && isNameless()), "follow-up.organisation.missing")
                .wrong(isUnknown(organisations), "follow-up.organisation.unknown");
        if (!names() || isUnknown(organisations) || (!isChosen() && isNameless())) {
            return;
        }
        var key = side(organisations).key(organisations);
        found.field("organisation", organisation)
                .wrong(key.equals(own.key(organisations)), "follow-up.organisation.own")
                .wrong(isReported(answer, key, organisations), "follow-up.organisation.twice");
    }

    private boolean isChosen() {
        return !organisation.isEmpty() && !organisation.equals(OTHER);
    }

    private boolean isNameless() {
        return otherOrganisation.chars().noneMatch(Character::isLetterOrDigit);
    }

    private boolean isUnknown(OrganisationList organisations) {
        return isChosen() && organisations.find(organisation).isEmpty();
    }

    private boolean isReported(FollowUp answer, String key, OrganisationList organisations) {
        return answer.reported().entrySet().stream()
                .anyMatch(report -> report.getKey() != number
                        && report.getValue().other().key(organisations).equals(key));
    }

    private Optional<Stage> reportedStage() {
        return Stage.withCode(stage).filter(Stage.ON_THE_WAY::contains);
    }

    /** The organisation that was chosen, or that was named as the network names it; else the name alone. */
    private Side side(OrganisationList organisations) {
        var listed = isChosen() ? organisations.find(organisation) : organisations.called(otherOrganisation);
        return listed.map(one -> new Side(one.id(), one.name())).orElseGet(() -> new Side("", otherOrganisation));
    }

    /** What the form reports, if it names an organisation: only of a form without errors. */
    Optional<Reported> reported(OrganisationList organisations) {
        return names()
                ? Optional.of(new Reported(
                        side(organisations), reportedStage().orElseThrow(), brought, isTold()))
                : Optional.empty();
    }
}
