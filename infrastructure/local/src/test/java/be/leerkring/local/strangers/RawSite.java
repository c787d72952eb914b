package be.leerkring.local.strangers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.local.Site;
import be.leerkring.testing.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A server as those reach it who send what no browser does: what is asked for goes out as it is, unchecked. */
public record RawSite(URI address) implements Site {

    private static final String END_OF_HEAD = "\r\n\r\n";

    @Override
    public Answer send(String method, String path, Map<String, String> headers, String body) {
        var bytes = body.getBytes(UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (bytes.length > 0) {
            head.append("content-length: ").append(bytes.length).append("\r\n");
        }
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = new ByteArrayOutputStream();
            request.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
            request.writeBytes(bytes);
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            return answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        }
    }

    private static Answer answer(String text) {
        var end = text.indexOf(END_OF_HEAD);
        var lines = text.substring(0, end).split("\r\n", -1);
        var headers = new HashMap<String, List<String>>();
        for (int line = 1; line < lines.length; line++) {
            var colon = lines[line].indexOf(':');
            headers.computeIfAbsent(lines[line].substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(lines[line].substring(colon + 1).strip());
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ", 3)[1]),
                headers,
                new String(text.substring(end + END_OF_HEAD.length()).getBytes(ISO_8859_1), UTF_8));
    }
}
