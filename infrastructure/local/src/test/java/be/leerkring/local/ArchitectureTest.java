package be.leerkring.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house rules that the modules' own borders don't keep. */
class ArchitectureTest {

    private static final List<String> ROOMS = List
            .of("programme", "registration", "speeddating", "feedback", "organiser", "mailer");

    /** Who else writes or reads items: the classes that own them, and those that put several of their writes in one. */
    private static final String OWNERS = "be\\.leerkring\\.(" + String.join("|",
            "network\\.(FeedbackRounds|Knowledge|Organisations|Participants|SeatCounts|Sessions|SpeedDatingPlans)",
            "network\\.(ContactWishes|Forgetting|MeetingMemory|OrganisationsMet)",
            "registration\\.(Admission|Attendance|ConfirmRequests|Messages|MyLink|PersonLog|Registrations|Vouching)",
            "registration\\.Withdrawal",
            "feedback\\.Answers",
            "speeddating\\.(Announcements|ContactRounds|Contacts)",
            "mailer\\.SendingRate",
            "organiser\\.(Colleagues|Home|Import|Mergers)",
            "programme\\.(Drafts|KnowledgeDesk|Programme|SessionEditor|SessionList)") + ")(\\$.*)?";

    private static final Pattern SENTENCE = Pattern
            .compile("(?s)/\\*\\*\\s*\\S[^*]*\\.\\s*(\\*\\s*.*?)?\\*/\\s*package ");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("$Definition") && !location.contains("$Introspection"))
                .importPackages("be.leerkring");
    }

    @Test
    void onlyThePlatformAndTheOwnersOfItemsKnowDynamoDb() {
        noClasses()
                .that().haveNameNotMatching(OWNERS)
                .and().resideOutsideOfPackages(
                        "be.leerkring.platform..", "be.leerkring.emulator..", "be.leerkring.local..")
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
    void roomsDoNotKnowEachOther() {
        slices().matching("be.leerkring.(programme|registration|speeddating|feedback|organiser|mailer)..").should()
                .notDependOnEachOther()
                .check(classes);
        for (var room : ROOMS) {
            assertThat(classes.containPackage("be.leerkring." + room)).as(room).isTrue();
        }
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
        assertThat(packages()).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .content()
                .containsPattern(SENTENCE));
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(Project.root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> !file.startsWith(Project.root().resolve(".tools")))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }
}
