package be.leerkring.mailer;

import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailReports;
import be.leerkring.platform.mail.MailState;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what SES reports of a mail, by way of EventBridge: in any order, and more than once. After a hard bounce or a
 * complaint the address takes no more mail; a soft bounce only ends this one.
 */
public final class MailEvents extends MicronautRequestHandler<Map<String, Object>, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(MailEvents.class);

    @Inject
    MailReports reports;

    @Inject
    Addresses addresses;

    @Inject
    MailMetrics metrics;

    /** As Lambda makes it: with a context of its own. */
    public MailEvents() {}

    /** As the laptop makes it: in the context of all functions. */
    public MailEvents(ApplicationContext context) {
        super(context);
    }

    @Override
    public Void execute(Map<String, Object> event) {
        MailReport.of(event).ifPresentOrElse(
                this::take,
                // its kind and no more: the rest names people
                () -> LOG.warn("SES reported something unknown: {}", event.get("detail-type")));
        metrics.write();
        return null;
    }

    private void take(MailReport report) {
        if (report.endsAddress()) {
            report.recipients().forEach(address -> addresses.suppress(address, report.state()));
        }
        var isNews = report.mail()
                .map(key -> reports.take(key, report.state(), report.messageId(), report.detail()))
                .orElse(true);
        if (isNews && report.state() != MailState.SENT) {
            metrics.count(report.kind(), report.state().code());
        }
    }
}
