package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

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

    List<InboxMail> mails() {
        return file(INBOX).filter(Files::exists).map(Memory::readMails).orElseGet(List::of);
    }

    void keep(InboxMail mail) {
        file(INBOX).ifPresent(file -> add(file, mail));
    }

    /** Whoever was stopped while adding a mail left a line without its end: it is as if that mail had not arrived. */
    private static List<InboxMail> readMails(Path file) {
        var bytes = bytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        var whole = new String(bytes, 0, end, UTF_8);
        if (end < bytes.length) {
            write(file, whole);
        }
        return whole.lines().map(line -> mail(file, line)).toList();
    }

    private static InboxMail mail(Path file, String line) {
        try {
            return ObjectMapper.getDefault().readValue(line, InboxMail.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file, unreadable);
        }
    }

    private static void add(Path file, InboxMail mail) {
        try {
            Files.writeString(file, ObjectMapper.getDefault().writeValueAsString(mail) + "\n", CREATE, APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Can't write " + file, unwritable);
        }
    }

    private Optional<Path> file(String name) {
        return directory.map(folder -> folder.resolve(name));
    }

    private static String read(Path file) {
        return new String(bytes(file), UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
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
