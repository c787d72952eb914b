import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What Maven's formatter leaves alone: imports stand in one order, none twice, none unused, and no line is longer than
 * 120 characters.
 *
 * <pre>
 * java infrastructure/tools/Style.java        says what is not so, and fails
 * java infrastructure/tools/Style.java --fix  puts the imports in order
 * </pre>
 *
 * An import whose name stands anywhere in the file counts as used, in Javadoc too.
 */
final class Style {

    private static final int LONGEST = 120;
    private static final Pattern IMPORT = Pattern.compile("import (static )?([\\w.]+\\.(\\w+|\\*));");

    private static int faults;

    private Style() {}

    public static void main(String... arguments) throws IOException {
        var fix = List.of(arguments).contains("--fix");
        for (var root : List.of("functions", "infrastructure")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Style::isSource).sorted().toList()) {
                    look(file, fix);
                }
            }
        }
        System.exit(faults == 0 ? 0 : 1);
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("/target/");
    }

    private static void look(Path file, boolean fix) throws IOException {
        var lines = Files.readAllLines(file);
        var first = firstImport(lines);
        if (first >= 0) {
            var end = afterImports(lines, first);
            var right = imports(lines, first, end);
            if (!right.equals(lines.subList(first, end))) {
                if (fix) {
                    lines = replaced(lines, first, end, right);
                    Files.writeString(file, String.join("\n", lines) + "\n");
                } else {
                    fault(file, first, "imports are unused, double or out of order; Style.java --fix mends them");
                }
            }
        }
        for (var line = 0; line < lines.size(); line++) {
            if (lines.get(line).codePoints().count() > LONGEST) {
                fault(file, line, "longer than " + LONGEST + " characters");
            }
        }
    }

    private static int firstImport(List<String> lines) {
        for (var line = 0; line < lines.size(); line++) {
            if (IMPORT.matcher(lines.get(line)).matches()) {
                return line;
            }
        }
        return -1;
    }

    /** Where the text after the imports begins: their block ends at the first line that is neither import nor empty. */
    private static int afterImports(List<String> lines, int first) {
        var line = first;
        while (lines.get(line).isEmpty() || IMPORT.matcher(lines.get(line)).matches()) {
            line++;
        }
        return line;
    }

    /** The imports as they should be: the static ones, an empty line, the others, an empty line; sorted. */
    private static List<String> imports(List<String> lines, int first, int end) {
        var rest = String.join("\n", lines.subList(end, lines.size()));
        var statics = new TreeSet<String>();
        var types = new TreeSet<String>();
        for (var line : lines.subList(first, end)) {
            var parts = IMPORT.matcher(line);
            if (parts.matches() && isUsed(parts.group(3), rest)) {
                (parts.group(1) == null ? types : statics).add(parts.group(2));
            }
        }
        var right = new ArrayList<String>();
        statics.forEach(name -> right.add("import static " + name + ";"));
        if (!statics.isEmpty()) {
            right.add("");
        }
        types.forEach(name -> right.add("import " + name + ";"));
        if (!types.isEmpty()) {
            right.add("");
        }
        return right;
    }

    private static boolean isUsed(String name, String text) {
        return name.equals("*") || Pattern.compile("\\b" + name + "\\b").matcher(text).find();
    }

    private static List<String> replaced(List<String> lines, int first, int end, List<String> right) {
        var all = new ArrayList<>(lines.subList(0, first));
        all.addAll(right);
        all.addAll(lines.subList(end, lines.size()));
        return all;
    }

    private static void fault(Path file, int line, String what) {
        faults++;
        System.out.println(file + ":" + (line + 1) + ": " + what);
    }
}
