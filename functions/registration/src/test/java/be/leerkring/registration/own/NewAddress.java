package be.leerkring.registration.own;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.address.AddressForm;
import be.leerkring.registration.address.ChangingAddress;
import be.leerkring.registration.state.Registration;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.util.List;

/** Participants who ask for another address, and the mailbox that is asked. */
abstract class NewAddress extends OwnPages {

    static final String NEW = "nieuw";

    ChangingAddress.Outcome ask(String name, String to) {
        return room.get(ChangingAddress.class).ask(room.token(name, "/my/"), form(to), RegistrationRoom.source(name));
    }

    static AddressForm form(String to) {
        return new AddressForm(RegistrationRoom.address(to), "", false);
    }

    /** Presses the button behind the newest link that this address was mailed. */
    ChangingAddress.Confirmation press(String to) {
        clock.forward(Duration.ofSeconds(1));
        return room.get(ChangingAddress.class).confirm(room.token(to, "/address/"));
    }

    void confirmAt(String address) {
        room.press(address);
    }

    String at(Session session, String name) {
        return room.registrations(session, name).stream()
                .map(Registration::participant)
                .map(participant -> participant.email().text())
                .findFirst()
                .orElse("nowhere");
    }

    int entries(String name) {
        return room.get(Mailboxes.class).find(new EmailAddress(RegistrationRoom.address(name))).entries().size();
    }

    Destination follow(Token token) {
        return room.get(Destinations.class).follow(token, MyLink.PURPOSE);
    }

    List<String> items(String words) {
        return room.database().client().scanPaginator(scan -> scan.tableName(TestDatabase.TABLE)).items().stream()
                .map(Object::toString)
                .filter(item -> item.contains(words))
                .toList();
    }
}
