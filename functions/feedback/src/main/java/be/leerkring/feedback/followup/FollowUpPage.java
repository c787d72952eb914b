package be.leerkring.feedback.followup;

import be.leerkring.feedback.followup.FollowingUp.Destination;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormErrors;
import java.util.List;

/**
 * The page with the form.
 *
 * @param met the organisations that are offered first
 * @param others those of the list that the reader did not meet; the reader's own is not among them
 * @param known whether the form's number was reported before
 */
public record FollowUpPage(
        Session session,
        String token,
        FollowUpForm form,
        FormErrors errors,
        List<Organisation> met,
        List<Organisation> others,
        boolean known,
        boolean answered) {

    static FollowUpPage of(
            Destination.Found there, String token, FollowUpForm form, FormErrors errors, List<Organisation> met) {
        var own = there.own().in(there.organisations());
        return new FollowUpPage(
                there.session(),
                token,
                form,
                errors,
                met.stream().filter(one -> own.filter(one::equals).isEmpty()).toList(),
                there.organisations().all().stream()
                        .filter(one -> own.filter(one::equals).isEmpty() && !met.contains(one))
                        .toList(),
                there.answer().reported().containsKey(form.number()),
                there.answer().revision() > 0);
    }

    /** Those of one kind, in the list's order. */
    List<Organisation> others(Organisation.Kind kind) {
        return others.stream().filter(one -> one.kind() == kind).toList();
    }
}
