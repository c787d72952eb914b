package be.leerkring.local.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Project;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house rules that the modules' own borders don't keep. */
class ArchitectureTest {

    private static final List<String> ROOMS = List
            .of("programme", "registration", "speeddating", "feedback", "organiser", "mailer");

    /** Who may use whom beside the JDK and libraries; a room may use all but another room. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "platform", Set.of(),
            "network", Set.of("platform"),
            "meetings", Set.of("network", "platform"),
            "desk", Set.of("network", "platform"),
            "emulator", Set.of(),
            "testing", Set.of("emulator"));

    private static final Set<String> BELOW_ROOMS = Set.of("platform", "network", "meetings", "desk");

    /** A corner that wakes the others, and a library that one of them uses. */
    private static final Set<String> OPEN_CORNERS = Set.of("registration.events", "speeddating.planner");

    /** What all corners of a room speak of, where the room's root has no space for it; it speaks of none of them. */
    private static final Set<String> NOUNS = Set.of(
            "registration.state", "registration.message", "registration.form", "registration.need");

    private static final int MOST_CLASSES = 20;

    private static final int MOST_LINES = 250;

    private static final Pattern SENTENCE = Pattern
            .compile("(?s)/\\*\\*\\s*\\S[^*]*\\.\\s*(\\*\\s*.*?)?\\*/\\s*package ");

    /** No test in it, or tests for others to inherit. */
    private static final String NOT_RUN = "(?s)(?!.*\\n    @(Test|ParameterizedTest|Property)\\b).*"
            + "|.*\\nabstract class .*";

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("$Definition") && !location.contains("$Introspection"))
                .importPackages("be.leerkring");
    }

    /** Whoever owns items writes expressions for {@code Table}; the SDK's own types stay behind it. */
    @Test
    void onlyTheTableKnowsDynamoDb() {
        noClasses()
                .that().resideOutsideOfPackages(
                        "be.leerkring.platform.table..", "be.leerkring.emulator..", "be.leerkring.testing..",
                        "be.leerkring.local..")
                .should().dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.dynamodb.."))
                .check(classes);
    }

    @Test
    void onlyTheMailerKnowsSes() {
        noClasses()
                .that().resideOutsideOfPackages(
                        "be.leerkring.mailer..", "be.leerkring.emulator..", "be.leerkring.local..")
                .should().dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.sesv2.."))
                .check(classes);
    }

    @Test
    void noNameOfAClassSaysNothing() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)").check(classes);
    }

    @Test
    void eachUsesOnlyWhatStandsBelowIt() {
        assertThat(dependencies())
                .filteredOn(dependency -> !room(dependency.getOriginClass()).equals("local"))
                .allSatisfy(dependency -> {
                    var origin = room(dependency.getOriginClass());
                    var target = room(dependency.getTargetClass());
                    assertThat(target.equals(origin) || MAY_USE.getOrDefault(origin, BELOW_ROOMS).contains(target))
                            .as(dependency.getDescription())
                            .isTrue();
                });
        for (var room : ROOMS) {
            assertThat(classes.containPackage("be.leerkring." + room)).as(room).isTrue();
        }
    }

    /** The templates of a room are called through one class of its root, which therefore knows all corners. */
    @Test
    void cornersDoNotKnowEachOther() {
        assertThat(dependencies())
                .filteredOn(dependency -> ROOMS.contains(room(dependency.getOriginClass()))
                        || room(dependency.getOriginClass()).equals("meetings"))
                .filteredOn(dependency -> room(dependency.getOriginClass()).equals(room(dependency.getTargetClass())))
                .allSatisfy(dependency -> {
                    var origin = corner(dependency.getOriginClass());
                    var target = corner(dependency.getTargetClass());
                    assertThat(origin.equals(target)
                            || isRoot(target) && !NOUNS.contains(origin)
                            || NOUNS.contains(target)
                            || OPEN_CORNERS.contains(origin)
                            || OPEN_CORNERS.contains(target)).as(dependency.getDescription()).isTrue();
                });
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("be.leerkring.(**)").should().beFreeOfCycles().check(withoutTemplates());
    }

    /** Neither an address of theirs, nor what the network speaks or is about: all of that is handed in. */
    @Test
    void thePlatformKnowsNoFeature() throws IOException {
        try (var files = Files.walk(Project.root().resolve("functions/platform/src/main"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(file)
                    .content()
                    .doesNotContain("/organiser", "/sessions", "/knowledge", "/network", "/calendar.ics", "\"nl\"")
                    .doesNotContainIgnoringCase("theme"));
        }
    }

    @Test
    void noPackageIsAHall() throws IOException {
        assertThat(sources().filter(file -> !file.endsWith("package-info.java"))
                .filter(file -> !file.toString().contains("/speeddating/planner/"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting())))
                .isNotEmpty()
                .allSatisfy((folder, files) -> assertThat(files)
                        .as(folder.toString())
                        .isLessThanOrEqualTo(MOST_CLASSES));
    }

    @Test
    void noClassHasTwoJobs() throws IOException {
        assertThat(
                sources().filter(file -> !file.toString().contains("/src/test/java/be/leerkring/speeddating/planner/")))
                .isNotEmpty()
                .filteredOn(file -> lines(file) > MOST_LINES)
                .isEmpty();
    }

    /** What is called otherwise is compiled and never run. */
    @Test
    void everyTestHasANameByWhichTheBuildFindsIt() throws IOException {
        assertThat(sources().filter(file -> file.toString().contains("/src/test/")))
                .isNotEmpty()
                .filteredOn(file -> !file.toString().matches(".*(Test|IT)\\.java"))
                .allSatisfy(file -> assertThat(Files.readString(file).matches(NOT_RUN)).as(file.toString()).isTrue());
    }

    private static List<Dependency> dependencies() {
        return withoutTemplates().stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith("be.leerkring."))
                .toList();
    }

    private static JavaClasses withoutTemplates() {
        return classes.that(not(simpleNameEndingWith("Templates")).and(not(simpleNameStartingWith("Jte"))));
    }

    /** The first part of a package's name below ours: {@code registration}. */
    private static String room(JavaClass one) {
        return one.getPackageName().split("\\.")[2];
    }

    /** All of a package's name below ours: {@code registration.own}. */
    private static String corner(JavaClass one) {
        return one.getPackageName().substring("be.leerkring.".length());
    }

    private static boolean isRoot(String corner) {
        return !corner.contains(".");
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
        assertThat(packages()).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .content()
                .containsPattern(SENTENCE));
    }

    private static List<Path> packages() throws IOException {
        return sources().filter(file -> file.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .toList();
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Project.root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/"))
                    .filter(file -> !file.startsWith(Project.root().resolve(".tools")))
                    .toList()
                    .stream();
        }
    }
}
