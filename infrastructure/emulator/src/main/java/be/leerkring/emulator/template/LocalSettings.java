package be.leerkring.emulator.template;

import java.util.Map;

/** What whoever deploys Leerkring has to say, as it is where nothing is deployed: no address of it can get a mail. */
final class LocalSettings {

    static final Map<String, String> VALUES = Map.of("Sender", "leernetwerk@example.org", "Organisers",
            "organisator@example.org");

    private LocalSettings() {}
}
