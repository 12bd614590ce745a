package org.chongshan.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Opening;
import org.chongshan.events.CountChanged;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.DigestEvent.DigestHourCame;
import org.chongshan.events.DigestEvent.DueStated;
import org.chongshan.events.EarlyEventsWait;
import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Programme;
import org.chongshan.events.Public;
import org.chongshan.events.Published;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.RecordsSearched;
import org.chongshan.events.Role;
import org.chongshan.events.Sweep;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.json.EventCatalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/events.md}: where each event comes from, where it goes and what it leads to, as the code has it. */
class EventPageTest {
    private static final Map<String, Set<Class<? extends Event>>> EMITTED = Topology.FUNCTIONS.stream()
            .collect(Collectors.toMap(FunctionSpec::name, Emissions::of));

    @Test
    @Tag(Published.TAG)
    void the_page_of_events_is_what_the_code_says() {
        Published.file("docs/events.md", generate());
    }

    @Test
    void what_is_read_from_the_source_is_what_the_classes_do() {
        var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.chongshan");
        for (var function : Topology.collections()) {
            var decider = function.decider();
            var made = classes.stream().filter(type -> type.getPackageName().equals(decider.getPackageName()))
                    .filter(type -> !type.isAssignableTo(Opening.class))
                    .flatMap(type -> Stream.concat(type.getConstructorCallsFromSelf().stream(),
                            type.getConstructorReferencesFromSelf().stream()))
                    .map(call -> call.getTargetOwner()).filter(owner -> owner.isAssignableTo(Event.class))
                    .map(owner -> owner.getSimpleName()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(names(Emissions.of(function))).as(function.name()).containsExactlyElementsOf(made);
        }
    }

    @Test
    void every_event_comes_from_somewhere_and_goes_somewhere_or_is_a_notice() {
        for (var event : EventCatalogue.all()) {
            assertThat(sources(event)).as("nobody posts and no function emits " + event.getSimpleName()).isNotEmpty();
            if (goesTo(event).isEmpty() && event != EarlyEventsWait.class) {
                assertThat(requireNonNull(event.getDeclaringClass()).getSimpleName())
                        .as("no function accepts " + event.getSimpleName() + ": it is a notice").endsWith("Notice");
            }
        }
    }

    private static String generate() {
        var out = new StringBuilder(
                """
                        # Events

                        Generated from the event records, the topology and the source of the deciders. An event comes from roles that may post
                        it and from functions that emit it, goes to every function that accepts it, and may lead there to others; what nobody
                        accepts is a notice, for journals and whoever reads them. Each name is a link to its JSON Schema. Its CloudEvents
                        `type` is `org.chongshan.<programme>.<Name>`. Functions: [functions.md](functions.md); who may do what:
                        [access.md](access.md).
                        """);
        for (var programme : Programme.values()) {
            out.append("\n## ").append(programme.key()).append("\n\n").append(Spoken.firstSentence(programme.events()))
                    .append("\n");
            byInterface(programme).forEach((above, events) -> out.append("\n### ").append(title(above)).append("\n\n")
                    .append(Spoken.firstSentence(above)).append("\n\n").append(table(events)));
        }
        out.append(
                "\n## The platform's own\n\nSent to one aggregate, or one sweep, by its key; stated by the core on behalf of any function; or by what answers reads.\n\n")
                .append(table(
                        List.of(DeadlineReached.class, SweepContinued.class, EarlyEventsWait.class, CountChanged.class,
                                RecordsExported.class, RecordsSearched.class, DueStated.class, DigestHourCame.class)));
        out.append(
                "\n## Public\n\nWhat goes out to other departments when it is emitted, under its id; and why. They know it again by the id: it may come twice.\n\n")
                .append(Published.table(List.of("event", "why"), EventCatalogue.all().stream()
                        .filter(event -> event.isAnnotationPresent(Public.class))
                        .map(event -> List.of(schema(event), requireNonNull(event.getAnnotation(Public.class)).value()))
                        .toList()));
        out.append(
                "\n## Between programmes\n\nThe lines of the context map: what one states reads in another's language.\n\n");
        var lines = new ArrayList<List<String>>();
        EventCatalogue.all().forEach(
                event -> Emissions.translationsOf(event).forEach(into -> lines.add(List.of(code(event), code(into)))));
        return out.append(Published.table(List.of("stated", "becomes"), lines)).toString();
    }

    /** In the order of the source. */
    private static Map<Class<?>, List<Class<? extends Event>>> byInterface(Programme programme) {
        var grouped = new LinkedHashMap<Class<?>, List<Class<? extends Event>>>();
        for (var above : programme.events().getPermittedSubclasses()) {
            grouped.put(above,
                    Arrays.stream(above.getPermittedSubclasses()).filter(event -> event.getDeclaringClass() == above)
                            .<Class<? extends Event>>map(event -> event.asSubclass(Event.class)).toList());
        }
        return grouped;
    }

    private static String title(Class<?> above) {
        return above.getSimpleName().replaceFirst("Event$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private static String table(List<Class<? extends Event>> events) {
        return Published.table(List.of("event", "what", "comes from", "goes to", "may lead to"),
                events.stream()
                        .map(event -> List.of(schema(event), Spoken.firstSentence(event),
                                String.join(", ", sources(event)), String.join(", ", goesTo(event)),
                                String.join(", ", leadsTo(event))))
                        .toList());
    }

    private static List<String> sources(Class<? extends Event> event) {
        if (event == EarlyEventsWait.class || event == CountChanged.class) {
            return List.of("every function of a collection");
        }
        var sources = new ArrayList<String>();
        var postedBy = event.getAnnotation(PostedBy.class);
        if (postedBy != null) {
            Arrays.stream(postedBy.value()).map(Role::claim).forEach(sources::add);
        }
        Topology.FUNCTIONS.stream().filter(function -> EMITTED.get(function.name()).contains(event))
                .map(EventPageTest::link).forEach(sources::add);
        EventCatalogue.all().stream().filter(other -> Emissions.translationsOf(other).contains(event))
                .map(other -> code(other) + " of " + Programme.of(other).key()).forEach(sources::add);
        return sources;
    }

    private static List<Collection<?, ?>> accepting(Class<? extends Event> event) {
        return Topology.collections().stream().filter(function -> function.accepts().contains(event)).toList();
    }

    private static List<String> goesTo(Class<? extends Event> event) {
        if (event == DeadlineReached.class) {
            return List.of("whose deadline it is");
        }
        if (event == SweepContinued.class) {
            return List.of("the sweep that goes on");
        }
        if (Sweep.class.isAssignableFrom(event)) {
            return Topology.of(FunctionSpec.Sweep.class).stream()
                    .filter(function -> function.programme() == Programme.of(event)).map(EventPageTest::link).toList();
        }
        var to = new ArrayList<>(accepting(event).stream().map(EventPageTest::link).toList());
        Emissions.translationsOf(event).forEach(into -> to.add(Programme.of(into).key() + ", as " + code(into)));
        return to;
    }

    private static List<String> leadsTo(Class<? extends Event> event) {
        if (event == DeadlineReached.class || event == SweepContinued.class) {
            return List.of();
        }
        var led = new TreeSet<String>();
        accepting(event).forEach(function -> led.addAll(names(Emissions.of(function, event))));
        if (Sweep.class.isAssignableFrom(event)) {
            led.addAll(names(Emissions.sentBy(event)));
        }
        led.addAll(names(Emissions.translationsOf(event)));
        return led.stream().map(name -> "`" + name + "`").toList();
    }

    private static List<String> names(java.util.Collection<Class<? extends Event>> events) {
        return events.stream().map(Class::getSimpleName).sorted().toList();
    }

    private static String code(Class<?> event) {
        return "`" + event.getSimpleName() + "`";
    }

    private static String link(FunctionSpec function) {
        return "[" + function.name() + "](functions.md#" + function.name() + ")";
    }

    private static String schema(Class<? extends Event> event) {
        return "[`" + event.getSimpleName() + "`](../events/src/main/resources/schemas/" + Event.typeOf(event)
                + ".json)";
    }
}
