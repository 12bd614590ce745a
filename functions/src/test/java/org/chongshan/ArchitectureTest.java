package org.chongshan;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.chongshan.bureau.Topology;
import org.chongshan.core.Decider;
import org.chongshan.core.Term;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Programme;
import org.chongshan.events.json.EventCatalogue;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** What must never happen. */
class ArchitectureTest {
    private static final String SOURCES = "functions/src/main/java/org/chongshan/";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.chongshan");

    @Test
    void what_decides_knows_no_framework() {
        noClasses().that().resideInAnyPackage(ofEveryProgramme("org.chongshan.core", "org.chongshan.events")).should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "software.amazon..", "com.amazonaws..", "tools.jackson..",
                        "com.fasterxml..", "org.chongshan.shell..", "org.chongshan.events.json..")
                .check(CODE);
    }

    @Test
    void programmes_speak_through_events_alone() {
        for (var one : Programme.values()) {
            for (var other : Programme.values()) {
                if (one != other) {
                    noClasses().that().resideInAnyPackage(packagesOf(one)).should().dependOnClassesThat()
                            .resideInAnyPackage(packagesOf(other)).check(CODE);
                }
            }
        }
        noClasses().that().resideInAPackage("org.chongshan.core..").should().dependOnClassesThat()
                .resideInAnyPackage(ofEveryProgramme()).check(CODE);
    }

    @Test
    void an_aggregate_knows_its_own_package_and_no_other_aggregates() {
        var aggregates = CODE.stream().filter(type -> type.isAssignableTo(Decider.class) && !type.isInterface())
                .map(type -> type.getPackageName()).collect(Collectors.toSet());
        for (var one : aggregates) {
            noClasses().that().resideInAPackage(one).should().dependOnClassesThat()
                    .resideInAnyPackage(aggregates.stream().filter(other -> !other.equals(one)).toArray(String[]::new))
                    .check(CODE);
        }
    }

    private static String[] ofEveryProgramme(String... packages) {
        return Stream
                .concat(Arrays.stream(packages),
                        Arrays.stream(Programme.values()).flatMap(one -> Arrays.stream(packagesOf(one))))
                .toArray(String[]::new);
    }

    /** What puts the whole bureau together knows every programme; its own programme lies below it. */
    private static String[] packagesOf(Programme programme) {
        return new String[]{"org.chongshan." + programme.key() + (programme == Programme.BUREAU ? ".*.." : ".."),
                "org.chongshan.events." + programme.key()};
    }

    @Test
    void working_days_are_counted_in_terms_alone_so_that_all_of_them_move_with_the_calendar() {
        noClasses().that().areNotAssignableTo(Term.class).should()
                .callMethod(WorkingDays.class, "endAfter", Instant.class, long.class).check(CODE);
    }

    @Test
    void deciders_are_records_and_hold_nothing() {
        classes().that().implement(Decider.class).should().beRecords().andShould().haveOnlyFinalFields().check(CODE);
    }

    @Test
    void every_programme_stands_in_the_topology() {
        assertThat(Arrays.stream(Programme.values())
                .filter(one -> Topology.PROGRAMMES.stream().noneMatch(functions -> functions.programme() == one)))
                .as("programmes without a line in PROGRAMMES of " + SOURCES + "bureau/Topology.java").isEmpty();
    }

    @Test
    void every_decider_has_its_line() {
        var lines = Topology.collections().stream().map(collection -> collection.decider().getName())
                .collect(Collectors.toSet());
        assertThat(CODE.stream().filter(type -> type.isAssignableTo(Decider.class) && !type.isInterface())
                .filter(type -> !lines.contains(type.getName())).map(type -> {
                    var programme = type.getPackageName().split("\\.")[2];
                    return type.getName() + " has no line in " + SOURCES + programme + "/"
                            + programme.substring(0, 1).toUpperCase(Locale.ROOT) + programme.substring(1) + ".java";
                })).isEmpty();
    }

    @Test
    void names_of_functions_and_collections_are_unique() {
        assertThat(Topology.FUNCTIONS).extracting(function -> function.name()).doesNotHaveDuplicates();
        assertThat(Topology.collections()).extracting(collection -> collection.path()).doesNotHaveDuplicates();
    }

    @Test
    void whatever_may_be_posted_is_accepted_by_some_function() {
        var accepted = Topology.collections().stream().flatMap(collection -> collection.accepts().stream())
                .collect(Collectors.toSet());
        assertThat(EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(PostedBy.class))
                .filter(event -> !accepted.contains(event))
                .map(event -> event.getName()
                        + " may be posted and no function accepts it: its aggregate has no line in " + SOURCES
                        + Programme.of(event).key()))
                .isEmpty();
    }
}
