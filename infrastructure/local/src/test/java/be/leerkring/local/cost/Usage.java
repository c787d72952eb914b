package be.leerkring.local.cost;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of what is paid for is used, by the names of infrastructure/prices.json and in their order, so that sums are
 * rounded the same each time. What is not measured is assumed here: how long functions run and what they log.
 */
record Usage(Map<String, Double> numbers) {

    static final Usage NONE = new Usage(Map.of());

    private static final double GIGABYTE = 1e9;

    /** Of memory, which all functions have. */
    private static final double GIGABYTES = 1;

    /** A warm answer takes 25 to 100 ms at the share of a processor that a gigabyte of memory brings. */
    private static final double REQUEST_SECONDS = 0.1;

    /** A line of the access log. */
    private static final double REQUEST_BYTES = 350;

    /** What Lambda writes about a run: when it began, when it ended, what it used. */
    private static final double RUN_BYTES = 1000;

    /** A page, its stylesheet and its pictures, compressed or kept by the browser for the most part. */
    private static final double PAGE_BYTES = 12_000;

    Usage {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    /** Some of one thing. */
    static Usage of(String what, double number) {
        return new Usage(Map.of(what, number));
    }

    /** A request of the site that is answered by a function; what it reads and writes comes on top. */
    static Usage request() {
        return of("request", 1)
                .and(run(REQUEST_SECONDS))
                .and(of("logged", REQUEST_BYTES / GIGABYTE))
                .and(of("sentOut", PAGE_BYTES / GIGABYTE));
    }

    /** A run of a function. */
    static Usage run(double seconds) {
        return of("run", 1)
                .and(of("gigabyteSecond", seconds * GIGABYTES))
                .and(of("logged", RUN_BYTES / GIGABYTE));
    }

    /** What is read and written by a request or a run of the chart. */
    static Usage table(String row) {
        var units = Chart.units(row);
        return of("readUnit", units.read()).and(of("writeUnit", units.written()));
    }

    Usage and(Usage other) {
        var sum = new TreeMap<>(numbers);
        other.numbers.forEach((what, number) -> sum.merge(what, number, Double::sum));
        return new Usage(sum);
    }

    Usage times(double factor) {
        var product = new TreeMap<String, Double>();
        numbers.forEach((what, number) -> product.put(what, number * factor));
        return new Usage(product);
    }

    double of(String what) {
        return numbers.getOrDefault(what, 0.0);
    }
}
