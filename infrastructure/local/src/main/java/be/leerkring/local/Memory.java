package be.leerkring.local;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What of the laptop's world, beside its table, outlives a stop: its time and its mails. Nothing without a directory.
 * The mails are a file of JSON texts, one a line, to which each new one is added (JSON Lines).
 */
final class Memory {

    private static final String INBOX = "inbox.jsonl";

    private final Optional<Path> directory;

    Memory(Optional<Path> directory) {
        this.directory = directory;
    }

    Optional<Instant> time() {
        return file("time.txt").filter(Files::exists).map(file -> Instant.parse(read(file)));
    }

    void keep(Instant time) {
        file("time.txt").ifPresent(file -> write(file, time.toString()));
    }

    /** Hands over each mail that was kept, as its JSON text. */
    void mails(Consumer<String> reader) {
        file(INBOX).filter(Files::exists).ifPresent(file -> readMails(file, reader));
    }

    void keep(PackedMail mail) {
        file(INBOX).ifPresent(file -> add(file, mail));
    }

    /** Whoever was stopped while adding a mail left a line without its end: it is as if that mail had not arrived. */
    private static void readMails(Path file, Consumer<String> reader) {
        try {
            endWithALine(file);
            try (var lines = Files.lines(file)) {
                lines.forEach(reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file, unreadable);
        }
    }

    private static void endWithALine(Path file) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            var end = open.length();
            while (end > 0 && byteBefore(open, end) != '\n') {
                end--;
            }
            open.setLength(end);
        }
    }

    private static int byteBefore(RandomAccessFile file, long place) throws IOException {
        file.seek(place - 1);
        return file.read();
    }

    private static void add(Path file, PackedMail mail) {
        try (var stream = new BufferedOutputStream(Files.newOutputStream(file, CREATE, APPEND))) {
            stream.write(mail.json());
            stream.write('\n');
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Can't write " + file, unwritable);
        }
    }

    private Optional<Path> file(String name) {
        return directory.map(folder -> folder.resolve(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file, unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Can't write " + file, unwritable);
        }
    }
}
