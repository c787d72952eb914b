package be.leerkring.local.cost;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.Registrations;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** As much as a large network has after many years: 200 sessions, 500 organisations and 20,000 registrations. */
final class LargeNetwork {

    static final Instant NOW = Instant.parse("2017-02-15T08:00:00Z");

    /** The next session, with 2,000 registrations; the others have some 90 each. */
    static final String SESSION = "sessie-0";

    static final String ORGANISATION = "organisatie-7";
    static final String ENTRY = "fiche-7";
    static final String PERSON = address(0).derive(SESSION);

    /** One of three months ago. */
    static final Session PAST = session(31);

    private static final int SESSIONS = 200;
    private static final int REGISTRATIONS = 20_000;
    private static final int OF_THE_NEXT = 2_000;
    private static final int ENTRIES = 200;
    private static final int LOGGED = 120;

    /** As many as DynamoDB takes in a batch. */
    private static final int BATCH = 25;

    private final DynamoDbClient client;
    private final String table;
    private final Organisations organisations;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Knowledge knowledge;
    private final LargeCooperations cooperations;
    private final ChangeLog log;
    private final Figures figures;
    private final LargeAnswers answers;
    private final List<WriteRequest> batch = new ArrayList<>();

    LargeNetwork(ApplicationContext context, DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.organisations = context.getBean(Organisations.class);
        this.sessions = context.getBean(Sessions.class);
        this.seatCounts = context.getBean(SeatCounts.class);
        this.registrations = context.getBean(Registrations.class);
        this.knowledge = context.getBean(Knowledge.class);
        this.cooperations = new LargeCooperations(context);
        this.log = context.getBean(ChangeLog.class);
        this.figures = context.getBean(Figures.class);
        this.answers = new LargeAnswers(context);
    }

    void load() {
        put(organisations.putFirst(IntStream.range(0, OrganisationList.MOST)
                .mapToObj(LargeNetwork::organisation)
                .toList()));
        for (int number = 0; number < SESSIONS; number++) {
            open(session(number));
        }
        for (int number = 0; number < ENTRIES; number++) {
            knowledge.add(entry(number)).forEach(this::put);
        }
        cooperations.writes(PAST, participant(PAST, 0, RegistrationState.ATTENDED))
                .forEach(this::put);
        var organiser = new Organiser("organisator@example.org");
        for (int number = 0; number < LOGGED; number++) {
            for (var place : List.of(ChangeLog.NETWORK, SESSION)) {
                put(log.entry(organiser, place, "session-changed", "", List.of(
                        new Change("title.nl", "Sessie " + number, "Een andere titel voor sessie " + number))));
            }
        }
        answers.writes(session(0)).forEach(this::put);
        answers.count(IntStream.range(0, SESSIONS).mapToObj(LargeNetwork::session));
        flush();
    }

    /** Half of the sessions are to come, a week apart. */
    private static Session session(int number) {
        var start = NOW.plus(Duration.ofDays(number % 2 == 0 ? 1 + 3L * number : -3L * number));
        return new Session(
                "sessie-" + number,
                new LocalizedText(Map.of("nl", "Sessie nummer " + number, "en", "Session number " + number)),
                new LocalizedText(Map.of("nl", "Waarover het gaat. ".repeat(20))),
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of("industrie-4-0", "circulaire-economie"),
                List.of(new Session.ProgrammeItem(start, new LocalizedText(Map.of("nl", "Onthaal")))),
                false,
                AdmissionRules.NONE,
                Edition.announced(NOW.minus(Duration.ofDays(400))));
    }

    private void open(Session session) {
        put(sessions.put(session));
        var next = session.id().equals(SESSION);
        var people = next ? OF_THE_NEXT : (REGISTRATIONS - OF_THE_NEXT) / (SESSIONS - 1) + 1;
        var line = new ArrayList<Place>();
        for (int person = 0; person < people; person++) {
            var state = state(session, person);
            var participant = participant(session, person, state);
            put(registrations.record(participant, session, NOW.minus(Duration.ofDays(20))));
            if (state == RegistrationState.WAITING) {
                line.add(participant.place(true));
            }
        }
        put(seatCounts.put(session, new Seats(
                1, people, people - line.size(), 0, 0, Map.of(), line)));
        if (!session.isAhead(NOW)) {
            close(session, people);
        }
    }

    private void close(Session session, int people) {
        put(figures.close(session, new SessionFigures(
                session.id(), session.title(), session.start(), session.end(), people, true,
                Map.of(Organisation.Kind.OTHER, new Heads(people - people / 10, people / 10, 0, 0)),
                IntStream.range(0, people).mapToObj(number -> organisation(number).id()).toList(), 0, people, 0,
                PairsMet.NONE)));
    }

    private static RegistrationState state(Session session, int person) {
        if (!session.isAhead(NOW)) {
            return person % 10 == 0 ? RegistrationState.ABSENT : RegistrationState.ATTENDED;
        }
        return switch (person % 10) {
            case 0 -> RegistrationState.PENDING;
            case 1 -> RegistrationState.WAITING;
            default -> RegistrationState.CONFIRMED;
        };
    }

    private static Participant participant(Session session, int person, RegistrationState state) {
        var organisation = organisation(person % OrganisationList.MOST);
        var address = address(person);
        return new Participant(
                session.id(),
                address.derive(session.id()),
                "Voornaam Achternaam " + person,
                address,
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                "projectleider",
                new Language(person % 5 == 0 ? "en" : "nl"),
                state)
                .known(address.derive(session.id()), address.derive("network"));
    }

    private static EmailAddress address(int person) {
        return new EmailAddress("voornaam.achternaam." + person + "@example.org");
    }

    private static Organisation organisation(int number) {
        return new Organisation(
                "organisatie-" + number,
                "Organisatie met een naam " + number,
                Organisation.Kind.values()[number % 3],
                false,
                "https://www.organisatie-" + number + ".example.org",
                "Voornaam Achternaam",
                "info@organisatie-" + number + ".example.org",
                new MailDomains(List.of("organisatie-" + number + ".example.org")),
                List.of(),
                List.of(),
                1);
    }

    private static KnowledgeEntry entry(int number) {
        return new KnowledgeEntry(
                "fiche-" + number,
                KnowledgeEntry.Kind.values()[number % KnowledgeEntry.Kind.values().length],
                new LocalizedText(Map.of("nl", "Fiche " + number, "en", "Entry " + number)),
                new LocalizedText(Map.of("nl", "Wat het is en waarvoor. ".repeat(10))),
                "https://example.org/" + number,
                "",
                List.of("industrie-4-0"),
                number % 10 == 0 ? Optional.of(SESSION) : Optional.empty(),
                NOW.minus(Duration.ofHours(number)),
                0);
    }

    /** The item of a write that may as well stand in a batch, for nothing stands in its place yet. */
    private void put(Write write) {
        Map<String, AttributeValue> item = write.item().attributes();
        batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        var requests = Map.of(table, List.copyOf(batch));
        while (!requests.isEmpty()) {
            var some = requests;
            requests = client.batchWriteItem(write -> write.requestItems(some)).unprocessedItems();
        }
        batch.clear();
    }
}
