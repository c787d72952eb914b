package be.leerkring.platform.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of one item, or of a map inside one. An instant is kept as ISO 8601 text in UTC with three decimals,
 * so that texts sort as instants do; as time to live, in seconds since 1970.
 */
public final class Item {

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /** An item to be written at this key. */
    public static Item at(Key key) {
        return new Item(new HashMap<>(key.attributes()));
    }

    /** A map that becomes part of an item. */
    public static Item map() {
        return new Item(new HashMap<>());
    }

    /** What was read. */
    public static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    /** An instant as text that sorts as instants do. */
    public static Attribute instant(Instant instant) {
        return text(Attribute.sortable(instant));
    }

    public static Attribute text(String text) {
        return new Attribute(AttributeValue.fromS(text));
    }

    public static Attribute number(long number) {
        return new Attribute(AttributeValue.fromN(Long.toString(number)));
    }

    /** An instant in seconds since 1970, as DynamoDB's time to live takes it. */
    public static Attribute seconds(Instant instant) {
        return number(instant.getEpochSecond());
    }

    /** Adds a text; nothing when it is null or empty. */
    public Item with(String name, String text) {
        return text == null || text.isEmpty() ? this : with(name, text(text));
    }

    public Item with(String name, long number) {
        return with(name, number(number));
    }

    public Item with(String name, Instant instant) {
        return with(name, instant(instant));
    }

    /** Adds a yes or a no. */
    public Item with(String name, boolean flag) {
        return with(name, flag ? 1 : 0);
    }

    public Item with(String name, Map<String, String> texts) {
        return add(
                name,
                AttributeValue.fromM(texts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue())))));
    }

    /** Adds a list of texts. */
    public Item withTexts(String name, List<String> texts) {
        return with(name, Attribute.texts(texts));
    }

    /** Adds maps by their names. */
    public Item withMaps(String name, Map<String, Item> maps) {
        return add(
                name,
                AttributeValue.fromM(maps.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> AttributeValue.fromM(entry.getValue().attributes)))));
    }

    public Item with(String name, Item map) {
        return add(name, AttributeValue.fromM(map.attributes));
    }

    public Item with(String name, List<Item> items) {
        return add(
                name,
                AttributeValue.fromL(items.stream()
                        .map(item -> AttributeValue.fromM(item.attributes))
                        .toList()));
    }

    public Item with(String name, Attribute value) {
        return add(name, value.value());
    }

    private Item add(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    /** The text, or another where there is none. */
    public String text(String name, String otherwise) {
        var value = attributes.get(name);
        return value == null ? otherwise : value.s();
    }

    /**
     * The text.
     *
     * @throws IllegalStateException when the item has no such attribute
     */
    public String required(String name) {
        return find(name).s();
    }

    /** The number; 0 where there is none. */
    public long count(String name) {
        var value = attributes.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    /**
     * The number, as far as an {@code int} goes; 0 where there is none.
     *
     * @throws ArithmeticException when it is larger
     */
    public int small(String name) {
        return Math.toIntExact(count(name));
    }

    /** The yes or no; no where there is none. */
    public boolean flag(String name) {
        return count(name) == 1;
    }

    /** The bytes; it is a fault of the item if it has none. */
    public byte[] requiredBytes(String name) {
        return Optional.ofNullable(find(name).b())
                .map(SdkBytes::asByteArray)
                .orElseThrow(() -> new IllegalStateException("The attribute '" + name + "' has no bytes"));
    }

    public Optional<Instant> moment(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> Instant.parse(value.s()));
    }

    /**
     * The instant.
     *
     * @throws IllegalStateException when the item has no such attribute
     */
    public Instant requiredMoment(String name) {
        return Instant.parse(find(name).s());
    }

    public Map<String, String> texts(String name) {
        var value = attributes.get(name);
        return value == null
                ? Map.of()
                : value.m().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().s()));
    }

    /** A map of numbers; empty where there is none. */
    public Map<String, Integer> counts(String name) {
        var value = attributes.get(name);
        return value == null ? Map.of() : Item.of(value.m()).numbers("");
    }

    /** The numbers whose names begin so, by what follows in their names. */
    public Map<String, Integer> numbers(String beginning) {
        return attributes.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .collect(Collectors.toMap(name -> name.substring(beginning.length()), this::small));
    }

    /** A list of texts; empty where there is none. */
    public List<String> list(String name) {
        var value = attributes.get(name);
        return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
    }

    /**
     * The map.
     *
     * @throws IllegalStateException when the item has no such attribute
     */
    public Item map(String name) {
        return Item.of(find(name).m());
    }

    public List<Item> items(String name) {
        var value = attributes.get(name);
        return value == null ? List.of() : value.l().stream().map(element -> Item.of(element.m())).toList();
    }

    /** Whether the item has this attribute. */
    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /** Maps by their names; empty where there are none. */
    public Map<String, Item> maps(String name) {
        var value = attributes.get(name);
        return value == null
                ? Map.of()
                : value.m().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> Item.of(entry.getValue().m())));
    }

    /** Where the item stands. */
    public Key key() {
        return new Key(required("pk"), required("sk"));
    }

    /** The attributes as the SDK takes them. */
    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    private AttributeValue find(String name) {
        var value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("The item " + attributes.get("pk") + " / " + attributes.get("sk")
                    + " has no attribute '" + name + "'");
        }
        return value;
    }
}
