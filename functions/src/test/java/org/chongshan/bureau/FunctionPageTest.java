package org.chongshan.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.Deadline;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.ByCron;
import org.chongshan.core.FunctionSpec.Clock;
import org.chongshan.core.FunctionSpec.Ingest;
import org.chongshan.core.FunctionSpec.Query;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.core.FunctionSpec.Relay;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.FunctionSpec.Sweep;
import org.chongshan.core.Rule;
import org.chongshan.core.Status;
import org.chongshan.core.Status.Sight;
import org.chongshan.events.Event;
import org.chongshan.events.Published;
import org.chongshan.events.Role;
import org.chongshan.events.Worded;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/functions.md}: a canvas of each function, as topology, states and the source of the deciders have it. */
class FunctionPageTest {
    @Test
    @Tag(Published.TAG)
    void the_page_of_functions_is_what_the_code_says() {
        Published.file("docs/functions.md", generate());
    }

    @Test
    void every_collection_is_begun_by_some_event_it_accepts() {
        assertThat(Topology.collections()).isNotEmpty().allSatisfy(function -> assertThat(function.accepts())
                .as(function.name() + " can never begin").anyMatch(event -> Emissions.mayBegin(function, event)));
    }

    @Test
    void every_deadline_is_decided_by_some_rule() {
        for (var function : Topology.collections()) {
            assertThat(function.deadlines()).allSatisfy(deadline -> assertThat(rulesAt(function, deadline))
                    .as(function.name() + ", " + deadline.word()).isNotEmpty());
        }
    }

    private static String generate() {
        var out = new StringBuilder(
                """
                        # Functions

                        Generated from the topology, the states and the source of the deciders: a canvas for each function that decides, and what
                        makes them run. Events: [events.md](events.md); rules: [rules.md](rules.md); calls: [face.md](face.md).

                        """);
        out.append(platform(List.of(Topology.INGEST, Topology.OUTBOUND)));
        for (var programme : Topology.PROGRAMMES) {
            out.append("\n## ").append(programme.programme().key()).append("\n\n");
            out.append(platform(programme.all().stream()
                    .filter(function -> !(function instanceof FunctionSpec.Collection<?, ?>)).toList()));
            programme.collections().forEach(function -> out.append(canvas(function)));
        }
        return out.toString();
    }

    private static String platform(List<? extends FunctionSpec> functions) {
        return Published.table(List.of("function", "is called by", "does", "emits", "MB, s"),
                functions.stream()
                        .map(function -> List.of("<a id=\"" + function.name() + "\"></a>" + code(function.name()),
                                trigger(function), task(function), names(Emissions.of(function)), limits(function)))
                        .toList());
    }

    private static String trigger(FunctionSpec function) {
        return switch (function) {
            case Ingest _ -> "`POST /v1/events`";
            case FunctionSpec.RegistrySearch<?, ?> _ -> "`POST " + FunctionSpec.RegistrySearch.PATH + "`";
            case Query _ -> "`GET` on the programme's collections";
            case Relay relay -> "the stream of the table " + code(relay.programme().tableName());
            case Clock _ -> "the scheduler, each minute";
            case ByCron schedule -> "the scheduler, " + code(schedule.cron()) + " (Asia/Shanghai)";
            case Queued queued -> "its queue " + code(queued.queueName());
        };
    }

    private static String task(FunctionSpec function) {
        return switch (function) {
            case Ingest _ -> "checks, seals and queues what is posted";
            case FunctionSpec.RegistrySearch<?, ?> search -> "answers searches of " + roles(search.roles().stream())
                    + " by identity number, of the collection " + code(search.searched()) + ", and states each";
            case Query _ ->
                "reads states, journals and lists, opens what the reader may see, and states what is taken away as a file";
            case FunctionSpec.Outbound _ ->
                "hands public events over to other departments: a bus in the cloud, a file on one machine";
            case Relay _ -> "sends on what journal entries emit";
            case Clock _ -> "tells every aggregate whose deadline has passed";
            case Sweep sweep -> "goes through a list and tells every aggregate in it; begun by "
                    + names(Emissions.sweepsOf(sweep.programme()));
            case FunctionSpec.Digest _ -> "counts what stands in the lists that are told in the morning";
            case Schedule _ -> "begins something in each subdistrict";
            case FunctionSpec.Collection<?, ?> collection -> Spoken.firstSentence(collection.decider());
        };
    }

    private static String limits(FunctionSpec function) {
        return function.memoryMb() + ", " + function.seconds();
    }

    private static String canvas(FunctionSpec.Collection<?, ?> function) {
        var rows = new ArrayList<List<String>>();
        row(rows, "collection", code("/v1/" + function.path()));
        row(rows, "is called by", trigger(function) + "; " + limits(function) + " (MB, s); dead letters "
                + code(function.deadLetterName()));
        row(rows, "read with names by", roles(function.seesNames().stream()));
        row(rows, "read with names masked by",
                roles(function.readers().stream().filter(role -> !function.seesNames().contains(role))));
        row(rows, "read, where it confides in them, by", roles(function.confiding().stream()));
        row(rows, "begins with",
                names(function.accepts().stream().filter(event -> Emissions.mayBegin(function, event)).toList()));
        row(rows, "takes besides",
                names(function.accepts().stream().filter(event -> !Emissions.mayBegin(function, event)).toList()));
        row(rows, "takes from other subdistricts too",
                function.crossings().entrySet().stream()
                        .map(one -> code(one.getKey().getSimpleName()) + ": " + one.getValue().reason()
                                + (one.getValue().confidantsAlone() ? ", from those alone whom it confides in" : ""))
                        .sorted().collect(Collectors.joining("; ")));
        row(rows, "lists also read as",
                function.renderings().stream()
                        .map(one -> code("as=" + one.word()) + ": " + Spoken.firstSentence(one.getClass()))
                        .collect(Collectors.joining("; ")));
        row(rows, "emits", names(Emissions.of(function)));
        row(rows, "stands", words(function.statuses().stream().filter(status -> status.sight() != Sight.ENDED)));
        row(rows, "has ended", words(function.statuses().stream().filter(FunctionPageTest::hasEnded)));
        row(rows, "further lists", words(function.lists().stream()));
        row(rows, "told in the morning",
                function.inDigest().entrySet().stream()
                        .map(one -> code(one.getKey().word()) + " "
                                + one.getValue().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", ")));
        row(rows, "waits for", function.deadlines().stream().map(deadline -> deadline(function, deadline))
                .collect(Collectors.joining("<br>")));
        row(rows, "rules", "[" + rules(function).length + " rules](rules.md#" + function.name() + ")");
        row(rows, "alarms",
                Stream.concat(
                        function.alarming().stream().map(event -> code(event.getSimpleName()) + " emitted").sorted(),
                        Stream.of("dead letters")).collect(Collectors.joining(", ")));
        return "\n### " + function.name() + "\n\n" + Spoken.firstSentence(function.decider()) + "\n\n"
                + Published.table(List.of("", ""), rows);
    }

    private static void row(List<List<String>> rows, String what, String is) {
        if (!is.isEmpty()) {
            rows.add(List.of(what, is));
        }
    }

    private static boolean hasEnded(Status status) {
        return status.sight() == Sight.ENDED;
    }

    private static String deadline(FunctionSpec.Collection<?, ?> function, Deadline deadline) {
        var emitted = names(Emissions.of(function, deadline));
        return code(deadline.word()) + ", then by "
                + rulesAt(function, deadline).stream().map(FunctionPageTest::code).collect(Collectors.joining(", "))
                + (emitted.isEmpty() ? "" : " emits " + emitted);
    }

    private static List<String> rulesAt(FunctionSpec.Collection<?, ?> function, Deadline deadline) {
        var named = Emissions.namedAt(function, deadline);
        return Arrays.stream(rules(function)).filter(rule -> named.contains(rule.name())).map(Rule::code).toList();
    }

    private static Rule[] rules(FunctionSpec.Collection<?, ?> function) {
        return RuleBookTest.rulesOf(function);
    }

    private static String names(Collection<? extends Class<? extends Event>> events) {
        return events.stream().map(event -> code(event.getSimpleName())).collect(Collectors.joining(", "));
    }

    private static String roles(Stream<Role> roles) {
        return roles.sorted().map(Role::claim).collect(Collectors.joining(", "));
    }

    private static String words(Stream<? extends Worded> all) {
        return all.map(one -> code(one.word())).collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
