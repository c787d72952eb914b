package be.leerkring.local.cost;

import be.leerkring.local.Project;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What AWS asks, by infrastructure/prices.json. */
record PriceList(JsonNode file) {

    static PriceList read() {
        try {
            return new PriceList(new JsonMapper().readTree(
                    Files.readString(Project.root().resolve("infrastructure/prices.json"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The day on which these were AWS's prices. */
    String asOf() {
        return file.path("asOf").asText();
    }

    /** What so many of this cost, in euros. */
    double euros(String what, double number) {
        return number * price(what).path("usd").asDouble() * file.path("euroForADollar").asDouble();
    }

    /** The same in an account that uses nothing else, after what is free each month for good. */
    double eurosAfterFree(String what, double number) {
        return euros(what, Math.max(0, number - price(what).path("freeAMonth").asDouble()));
    }

    private JsonNode price(String what) {
        var price = file.path("prices").path(what);
        if (price.isMissingNode()) {
            throw new IllegalArgumentException("infrastructure/prices.json has no price for " + what);
        }
        return price;
    }
}
