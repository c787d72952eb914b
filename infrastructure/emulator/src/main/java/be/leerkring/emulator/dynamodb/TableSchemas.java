package be.leerkring.emulator.dynamodb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.dynamodb.services.local.shared.access.sqlite.TableSchemaInfo;

/**
 * The keys and indexes of the tables, as the stores of this JVM read them.
 *
 * <p>DynamoDB Local keeps them as JSON and reads that anew, more than once for each request and once for each item: a
 * sixth of the processor time of tests that ask a lot. Here the same JSON is read once. Whoever asks for it gets a
 * copy, for DynamoDB Local changes what it has read when it changes a table.
 */
final class TableSchemas {

    private static final List<String> READERS = List.of("SQLiteDBAccess", "SQLiteDBAccessJob");

    private static final List<Field> FIELDS = Stream.of(TableSchemaInfo.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .peek(field -> field.setAccessible(true))
            .toList();

    private TableSchemas() {}

    /** From now on each is read once. Call it before the first store is made, and once. */
    static void readOnce() {
        for (var reader : READERS) {
            var mapper = mapper(reader);
            mapper.getFactory().enable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);
            mapper.registerModule(new SimpleModule("table schemas").setDeserializerModifier(new ReadingOnce()));
        }
    }

    private static ObjectMapper mapper(String reader) {
        try {
            var field = Class.forName(TableSchemaInfo.class.getPackageName() + '.' + reader)
                    .getDeclaredField("MAPPER");
            field.setAccessible(true);
            return (ObjectMapper) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This DynamoDB Local reads the schemas of its tables otherwise", e);
        }
    }

    private static TableSchemaInfo copy(TableSchemaInfo schema) {
        var copy = new TableSchemaInfo();
        for (var field : FIELDS) {
            try {
                field.set(copy, copy(field.get(schema)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("This DynamoDB Local keeps the schemas of its tables to itself", e);
            }
        }
        return copy;
    }

    /** Whatever is in lists and maps is never changed. */
    private static Object copy(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(TableSchemas::copy).collect(ArrayList::new, List::add, List::addAll);
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((key, element) -> copy.put(key, copy(element)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static final class ReadingOnce extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
            return type.getBeanClass() == TableSchemaInfo.class ? new SchemaReader(reader) : reader;
        }
    }

    private static final class SchemaReader extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        private final transient Map<ByteBuffer, TableSchemaInfo> read = new ConcurrentHashMap<>();

        private SchemaReader(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new SchemaReader(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var source = parser.currentLocation().contentReference().getRawContent();
            var json = ByteBuffer.wrap((byte[]) source);
            var schema = read.get(json);
            if (schema == null) {
                schema = (TableSchemaInfo) super.deserialize(parser, context);
                read.put(json, schema);
            }
            return copy(schema);
        }
    }
}
