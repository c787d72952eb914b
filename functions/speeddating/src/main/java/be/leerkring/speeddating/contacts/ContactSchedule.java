package be.leerkring.speeddating.contacts;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Woken every quarter of an hour, to see after which sessions there is something to remember. */
public final class ContactSchedule extends MicronautRequestHandler<Map<String, Object>, Void> {

    @Inject
    AskingForContacts askingForContacts;

    /** As Lambda makes it: with a context of its own. */
    public ContactSchedule() {}

    /** As the laptop makes it: in the context of all functions. */
    public ContactSchedule(ApplicationContext context) {
        super(context);
    }

    @Override
    public Void execute(Map<String, Object> event) {
        askingForContacts.lookAfterAll();
        return null;
    }
}
