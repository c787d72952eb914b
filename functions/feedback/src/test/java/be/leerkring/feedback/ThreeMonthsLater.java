package be.leerkring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.ask.AskingLater;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.Report;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The room three months after a session of four organisations, on the morning on which people are asked. */
public final class ThreeMonthsLater implements AutoCloseable {

    public static final Session SESSION = FeedbackRoom.on("2017-03-23");

    private static final Instant MORNING = OffsetDateTime.parse("2017-06-23T09:00+02:00").toInstant();

    private static final List<Organisation> ORGANISATIONS = Stream.of("Alfa", "Beta", "Gamma", "Delta")
            .map(name -> new Organisation(name.toLowerCase(), name, Organisation.Kind.SPEARHEAD_CLUSTER, false))
            .toList();

    private final FeedbackRoom room = new FeedbackRoom();

    public ThreeMonthsLater() {
        room.publish(SESSION);
        write(room.get(Organisations.class).putFirst(ORGANISATIONS));
        room.clock().moveTo(MORNING);
    }

    public FeedbackRoom room() {
        return room;
    }

    public <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    public void write(Write... writes) {
        assertThat(get(Table.class).write(List.of(writes))).isInstanceOf(WriteOutcome.Written.class);
    }

    /** Somebody who was there, of the organisation that the list calls so, or of one that it does not have. */
    public Participant attended(String name, String organisation, String language) {
        var address = new EmailAddress(name + "@voorbeeld.be");
        var listed = get(Organisations.class).read().called(organisation);
        var participant = new Participant(
                SESSION.id(),
                address.derive(SESSION.id()),
                name,
                address,
                listed.map(Organisation::id).orElse(""),
                organisation,
                Organisation.Kind.OTHER,
                "",
                new Language(language),
                RegistrationState.ATTENDED)
                .known(address.derive(SESSION.id()), address.derive("network"));
        write(Write.put(participant.writeTo(Item.at(Participants.key(SESSION.id(), participant.person())))));
        return participant;
    }

    /** A link to their answer. */
    public Token link(Participant participant) {
        var link = get(Links.class)
                .issue(FollowUpLink.PURPOSE, participant.subject(), MORNING.plus(Duration.ofDays(90)));
        write(link.write());
        return link.token();
    }

    public void ask() {
        get(AskingLater.class).askAll(Run.begin());
    }

    /** The addresses to which the question was mailed, sorted. */
    public List<String> asked() {
        return room.standing("follow-up#", "sk").stream().map(item -> item.get("to").s()).sorted().toList();
    }

    public List<Report> reports() {
        return get(Reports.class).open();
    }

    public Optional<Cooperation> cooperation(String id) {
        return get(Cooperations.class).look(id).cooperation();
    }

    @Override
    public void close() {
        room.close();
    }
}
