package be.leerkring.local;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param port 0 for any that is free
 * @param asOf when the laptop's world starts, in the network's time zone
 * @param data where the data are kept; in memory where it is empty
 */
public record Options(int port, LocalDateTime asOf, Optional<Path> data) {

    static final String USAGE = "Usage: bin/dev [--port 8080] [--as-of 2017-02-15T09:00] [--data DIRECTORY]";

    public static final Options DEFAULT = new Options(8080, LocalDateTime.of(2017, 2, 15, 9, 0), Optional.empty());

    private static final int LAST_PORT = 65535;

    public Options onPort(int other) {
        return new Options(other, asOf, data);
    }

    /**
     * @throws IllegalArgumentException with a message for the person who typed
     */
    static Options parse(List<String> arguments) {
        var options = DEFAULT;
        for (int place = 0; place < arguments.size(); place += 2) {
            if (place + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(place) + " needs a value");
            }
            options = options.with(arguments.get(place), arguments.get(place + 1));
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--port" -> onPort(port(value));
            case "--as-of" -> new Options(port, moment(value), data);
            case "--data" -> new Options(port, asOf, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("There is no option " + name);
        };
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > LAST_PORT) {
            throw new IllegalArgumentException("--port takes a number up to " + LAST_PORT + ", not " + value);
        }
        return Integer.parseInt(value);
    }

    private static LocalDateTime moment(String value) {
        try {
            return LocalDateTime.parse(value);
        } catch (DateTimeException notOne) {
            throw new IllegalArgumentException("--as-of takes a date and time such as 2017-02-15T09:00, not " + value);
        }
    }
}
