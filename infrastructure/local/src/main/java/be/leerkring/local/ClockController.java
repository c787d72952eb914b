package be.leerkring.local;

import be.leerkring.emulator.dynamodb.TimeToLive;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Map;

/** The console's clock. */
@Controller("/local")
final class ClockController {

    private final Timeline timeline;
    private final TimeToLive timeToLive;
    private final Inbox inbox;
    private final NetworkTime time;
    private final Pages pages;

    ClockController(Timeline timeline, TimeToLive timeToLive, Inbox inbox, NetworkTime time, Pages pages) {
        this.timeline = timeline;
        this.timeToLive = timeToLive;
        this.inbox = inbox;
        this.time = time;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> clock(Visit visit) {
        return show(HttpStatus.OK, pages.view(visit), "");
    }

    /** Answers when everything that became due on the way has run, and its mails are sent. */
    @Post("/clock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> move(Visit visit, @Body @Nullable Map<String, String> form) {
        Instant target;
        try {
            target = target(form == null ? Map.of() : form);
        } catch (DateTimeException unreadable) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, pages.view(visit), "local.clock.wrong");
        }
        if (target.isBefore(timeline.now().minusSeconds(60))) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, pages.view(visit), "local.clock.past");
        }
        timeline.moveTo(target);
        return pages.seeOther("/local");
    }

    /** Where the field {@code late} is {@code yes}, what has expired stays for two days more. */
    @Post("/expiry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> turn(@Body @Nullable Map<String, String> form) {
        timeToLive.turn("yes".equals(form == null ? "" : form.get("late")));
        return pages.seeOther("/local");
    }

    /** From now, as a person says it: a day is a day on the wall clock, even when it has 23 hours. */
    private Instant target(Map<String, String> form) {
        var to = form.getOrDefault("to", "");
        if (!to.isBlank()) {
            return LocalDateTime.parse(to).atZone(time.zone()).toInstant();
        }
        var forward = form.getOrDefault("forward", "");
        var hours = forward.indexOf('T');
        var days = hours < 0 ? forward : forward.substring(0, hours);
        var moved = time.local(timeline.now()).plus(days.equals("P") ? Period.ZERO : Period.parse(days));
        return moved.toInstant().plus(hours < 0 ? Duration.ZERO : Duration.parse("P" + forward.substring(hours)));
    }

    private HttpResponse<String> show(HttpStatus status, View view, String problem) {
        return Console.answer(
                status,
                view,
                view.text("local.clock"),
                new StaticTemplates()
                        .clock(view, timeline.now(), localNow(), inbox.size(), timeToLive.isLate(), problem));
    }

    /** As a browser's date and time field takes it. */
    private String localNow() {
        return time.local(timeline.now()).toLocalDateTime().withSecond(0).withNano(0).toString();
    }
}
