package be.leerkring.local;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of the laptop's world, beside its table, outlives a stop: its time and its mails. Nothing without a directory.
 */
final class Memory {

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

    List<InboxMail> mails() {
        return file("inbox.json").filter(Files::exists).map(Memory::readMails).orElseGet(List::of);
    }

    void keep(List<InboxMail> mails) {
        file("inbox.json").ifPresent(file -> writeMails(file, mails));
    }

    private static List<InboxMail> readMails(Path file) {
        try {
            return ObjectMapper.getDefault().readValue(read(file), Argument.listOf(InboxMail.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file, unreadable);
        }
    }

    private static void writeMails(Path file, List<InboxMail> mails) {
        try {
            write(file, ObjectMapper.getDefault().writeValueAsString(mails));
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
