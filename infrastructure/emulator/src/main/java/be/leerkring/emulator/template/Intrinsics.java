package be.leerkring.emulator.template;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out CloudFormation's intrinsic functions in one template, so that what remains are plain values. */
final class Intrinsics {

    /** What {@code AWS::NoValue} stands for: the property or element that has it is left out. */
    static final Object NO_VALUE = new Object();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final StackTemplate template;

    Intrinsics(StackTemplate template) {
        this.template = template;
    }

    /** The value with every function in it, however deep, replaced by its result. */
    Object resolve(Object value) {
        return switch (value) {
            case Map<?, ?> map when isFunction(map) -> call(map);
            case Map<?, ?> map -> resolveEntries(map);
            case List<?> list ->
                list.stream().map(this::resolve).filter(element -> element != NO_VALUE).toList();
            case null, default -> value;
        };
    }

    /** Whether the map is a call of an intrinsic function, rather than properties. */
    static boolean isFunction(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().iterator().next() instanceof String name
                && (name.equals("Ref") || name.startsWith("Fn::"));
    }

    private Map<String, Object> resolveEntries(Map<?, ?> map) {
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            var result = resolve(value);
            if (result != NO_VALUE) {
                resolved.put(String.valueOf(key), result);
            }
        });
        return resolved;
    }

    private Object call(Map<?, ?> function) {
        var name = (String) function.keySet().iterator().next();
        var argument = function.get(name);
        return switch (name) {
            case "Ref" -> template.reference((String) argument);
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::If" -> resolve(list(argument).get(condition(list(argument).getFirst()) ? 1 : 2));
            case "Fn::FindInMap" -> findInMap(list(resolve(argument)));
            case "Fn::Join" -> join(list(resolve(argument)));
            case "Fn::Split" -> split(list(resolve(argument)));
            case "Fn::Select" -> select(list(resolve(argument)));
            case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" -> condition(function);
            default -> throw notUnderstood(name);
        };
    }

    private Object attribute(Object argument) {
        var path = list(argument instanceof String text ? List.of(text.split("\\.", 2)) : argument);
        return template.attribute(text(path.getFirst()), text(resolve(path.get(1))));
    }

    private String substitute(Object argument) {
        var text = argument instanceof List<?> list ? list.getFirst() : argument;
        var variables = resolveEntries(argument instanceof List<?> list ? (Map<?, ?>) list.get(1) : Map.of());
        return PLACEHOLDER
                .matcher(text(text))
                .replaceAll(found -> Matcher.quoteReplacement(placeholder(found.group(1), variables)));
    }

    private String placeholder(String name, Map<String, Object> variables) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        if (variables.containsKey(name)) {
            return text(variables.get(name));
        }
        return text(name.contains(".") ? attribute(name) : template.reference(name));
    }

    private Object findInMap(List<?> path) {
        return template.mapping(text(path.get(0)), text(path.get(1)), text(path.get(2)));
    }

    private static String join(List<?> arguments) {
        return list(arguments.get(1)).stream().map(Intrinsics::text).collect(joining(text(arguments.getFirst())));
    }

    private static List<String> split(List<?> arguments) {
        return List.of(text(arguments.get(1)).split(Pattern.quote(text(arguments.getFirst())), -1));
    }

    private static Object select(List<?> arguments) {
        return list(arguments.get(1)).get(Integer.parseInt(text(arguments.getFirst())));
    }

    /** Whether the condition holds: the name of one, or one written out. */
    boolean condition(Object condition) {
        if (condition instanceof String name) {
            return template.condition(name);
        }
        var function = (Map<?, ?>) condition;
        var name = (String) function.keySet().iterator().next();
        var argument = function.get(name);
        return switch (name) {
            case "Condition" -> template.condition(text(argument));
            case "Fn::Equals" -> areEqual(list(resolve(argument)));
            case "Fn::And" -> list(argument).stream().allMatch(this::condition);
            case "Fn::Or" -> list(argument).stream().anyMatch(this::condition);
            case "Fn::Not" -> !condition(list(argument).getFirst());
            default -> throw notUnderstood(name);
        };
    }

    private static boolean areEqual(List<?> values) {
        return text(values.getFirst()).equals(text(values.getLast()));
    }

    private IllegalArgumentException notUnderstood(String function) {
        return new IllegalArgumentException(template + " uses " + function + ", which is not understood here");
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** A scalar as CloudFormation writes it in text. */
    static String text(Object value) {
        if (value instanceof Map || value instanceof List) {
            throw new IllegalArgumentException("A text is expected here, not " + value);
        }
        return String.valueOf(value);
    }
}
