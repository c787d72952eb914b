package be.leerkring.registration.own;

import be.leerkring.desk.Change;
import be.leerkring.desk.LogEntry;
import be.leerkring.meetings.plan.OwnDates;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.need.Need;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One's own file as something to take along, in texts, numbers, lists and maps that any program reads (GDPR, article
 * 20). Moments are ISO 8601, in UTC.
 */
final class OwnFileJson {

    private OwnFileJson() {}

    static Map<String, Object> of(OwnFile file) {
        var data = registration(file);
        data.put("needs", file.needs().all().stream().map(OwnFileJson::need).toList());
        file.later().ifPresent(answer -> data.put("threeMonthsLater", later(answer)));
        data.put("speedDates", file.dates().dates().stream().map(OwnFileJson::date).toList());
        data.put("inAPlanForSpeedDating", file.planned() || !file.dates().isEmpty());
        data.put("met", file.meetings().met().stream().map(OwnFileJson::met).toList());
        data.put("contactWishes", file.meetings().wished().stream().map(OwnFileJson::wished).toList());
        data.put("seatPassedTo", file.passing().map(asked -> asked.name() + " <" + asked.email() + ">").orElse(""));
        data.put("newAddress", file.newAddress().map(change -> change.address().text()).orElse(""));
        data.put("otherSessions", file.elsewhere());
        data.put("mails", file.mails().stream().map(OwnFileJson::mail).toList());
        var language = file.there().registration().participant().language().code();
        data.put("messages", file.messages().stream().map(message -> message(message, language)).toList());
        data.put("log", file.log().stream().map(OwnFileJson::entry).toList());
        data.put("unsubscribed", file.standing().unsubscribed());
        data.put("addressTakesNoMail", file.standing().suppressed().isPresent());
        return data;
    }

    private static Map<String, Object> registration(OwnFile file) {
        var registration = file.there().registration();
        var data = participant(registration.participant());
        data.put("since", registration.since().toString());
        data.put("lastForm", registration.asked().toString());
        data.put("offeredUntil", registration instanceof Offered offered ? offered.until().toString() : "");
        data.put("placeInLine", file.there().position());
        data.put("approved", registration.place().approved());
        data.put("cancelledBecause", registration instanceof Cancelled cancelled ? cancelled.reason() : "");
        return data;
    }

    private static Map<String, Object> participant(Participant participant) {
        var data = new LinkedHashMap<String, Object>();
        data.put("session", participant.session());
        data.put("name", participant.name());
        data.put("email", participant.email().text());
        data.put("organisation", participant.organisation());
        data.put("organisationKind", participant.kind().code());
        data.put("role", participant.role());
        data.put("seeks", participant.interests().seeks());
        data.put("offers", participant.interests().offers());
        data.put("language", participant.language().code());
        data.put("state", participant.state().code());
        return data;
    }

    private static Map<String, Object> need(Need need) {
        var asked = need.asked();
        return Map.of(
                "question", asked.kind().isEmpty() ? asked.text() : asked.kind(),
                "chosen", need.chosen(),
                "answer", need.text());
    }

    private static Map<String, Object> later(FollowUp answer) {
        var data = new LinkedHashMap<String, Object>();
        data.put("written", answer.at().toString());
        data.put("used", answer.used());
        data.put("success", answer.success());
        data.put("cooperations", answer.reported().values().stream()
                .map(report -> Map.of(
                        "organisation", report.other().name(),
                        "stage", report.stage().code(),
                        "brought", report.brought(),
                        "mayBeTold", report.told()))
                .toList());
        return data;
    }

    private static Map<String, Object> date(OwnDates.Date date) {
        return Map.of(
                "round", date.round(),
                "start", moment(date.start()),
                "table", date.table().orElse(0),
                "with", date.others().stream()
                        .map(other -> Map.of("name", other.name(), "organisation", other.organisation()))
                        .toList());
    }

    private static Map<String, Object> met(OwnMeetings.Met met) {
        return Map.of(
                "session", met.session(),
                "start", met.start().toString(),
                "people", met.others().stream()
                        .map(other -> Map.of("name", other.name(), "organisation", other.organisation()))
                        .toList());
    }

    private static Map<String, Object> wished(OwnMeetings.Wished wished) {
        return Map.of(
                "name", wished.name(),
                "returned", wished.returned(),
                "until", wished.until().toString());
    }

    private static Map<String, Object> mail(MailRecord mail) {
        return Map.of(
                "purpose", mail.purpose(),
                "to", mail.to(),
                "subject", mail.subjectLine(),
                "state", mail.state(),
                "decided", mail.queuedAt().toString(),
                "finished", moment(mail.finishedAt()));
    }

    private static Map<String, Object> message(Message message, String language) {
        return Map.of(
                "sent", message.at().toString(),
                "subject", words(message.text().subject().byLanguage(), language),
                "text", words(message.text().text().byLanguage(), language));
    }

    private static String words(Map<String, String> byLanguage, String language) {
        return byLanguage.getOrDefault(language, String.join("\n", byLanguage.values()));
    }

    private static Map<String, Object> entry(LogEntry entry) {
        return Map.of(
                "at", entry.at().toString(),
                "what", entry.what(),
                "changes", entry.changes().stream().map(OwnFileJson::change).toList());
    }

    private static Map<String, String> change(Change change) {
        return Map.of("field", change.field(), "from", change.from(), "to", change.to());
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }
}
