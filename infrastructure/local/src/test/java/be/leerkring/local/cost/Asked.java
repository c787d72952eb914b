package be.leerkring.local.cost;

import be.leerkring.local.Laptop;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmable;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** People who filled in the form of a session, and were mailed a link to confirm with. */
final class Asked {

    private final Laptop laptop;
    private final String session;

    Asked(Laptop laptop, String session) {
        this.laptop = laptop;
        this.session = session;
    }

    /** Somebody's link. */
    record Link(String person, String address) {}

    List<Link> toConfirm(int people) {
        var table = laptop.context().getBean(Table.class);
        var sessions = laptop.context().getBean(Sessions.class);
        var key = sessions.key(session);
        var known = sessions.in(table.read(List.of(key)), session).orElseThrow();
        var now = laptop.context().getBean(Clock.class).instant();
        var registrations = laptop.context().getBean(Registrations.class);
        var links = laptop.context().getBean(Links.class);
        return IntStream.range(0, people)
                .mapToObj(number -> {
                    var participant = new Participant(
                            session,
                            PersonKey.fresh(session).person(),
                            "Voornaam Naam " + number,
                            new EmailAddress("voornaam.naam%d@example.org".formatted(number)),
                            "vil",
                            "VIL",
                            Organisation.Kind.SPEARHEAD_CLUSTER,
                            "",
                            new Language("nl"),
                            RegistrationState.PENDING);
                    var link = links.issue(Destinations.CONFIRM, participant.subject(), now.plus(Confirmable.LAPSES));
                    table.attempt(List.of(registrations.record(participant, known, now), link.write()));
                    return new Link(participant.person(), laptop.address() + "/confirm/" + link.token().text());
                })
                .toList();
    }
}
