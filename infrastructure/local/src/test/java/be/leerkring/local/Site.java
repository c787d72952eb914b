package be.leerkring.local;

import be.leerkring.testing.Answer;
import java.util.Map;

/** The whole site, wherever it runs: a request goes in, an answer comes out, and no redirect is followed. */
public interface Site {

    /**
     * @param path with its query
     * @param body empty for none
     */
    Answer send(String method, String path, Map<String, String> headers, String body);

    default Answer get(String path) {
        return send("GET", path, Map.of(), "");
    }
}
