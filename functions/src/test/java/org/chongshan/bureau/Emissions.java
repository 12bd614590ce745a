package org.chongshan.bureau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Trigger;
import org.chongshan.core.Translation;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Published;
import org.chongshan.events.Sweep;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.json.EventCatalogue;

import static java.util.Objects.requireNonNull;

/**
 * Which event leads to which, read from the source of the deciders: from the method that takes an event, through the cases
 * whose pattern fits it and the methods of its package they call, to the event records that are made on the way. It tells
 * what may be emitted, not when; a method's name stands for all methods of its package that bear it.
 */
final class Emissions {
    private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getSimpleName);
    private static final Map<String, Class<?>> TYPES = types();
    /** Parsed once, by file or folder. */
    private static final Map<Path, Sources> PARSED = new HashMap<>();

    private Emissions() {}

    /** What a decider function may emit when it is sent an event it accepts, or its deadline. */
    static SortedSet<Class<? extends Event>> of(FunctionSpec function, Class<? extends Event> sent) {
        var serves = requireNonNull(function.serves());
        var start = sent == DeadlineReached.class ? "deadlineReached" : "decide";
        return parsed(folderOf(serves.decider())).madeBy(start, sent);
    }

    /** All a function may emit, whatever it is sent or does by itself. */
    static SortedSet<Class<? extends Event>> of(FunctionSpec function) {
        var emitted = new TreeSet<Class<? extends Event>>(BY_NAME);
        var serves = function.serves();
        if (serves != null) {
            serves.accepts().forEach(event -> emitted.addAll(of(function, event)));
            emitted.addAll(of(function, DeadlineReached.class));
        }
        var schedule = function.schedule();
        if (schedule != null) {
            var opening = schedule.opening().getClass();
            emitted.addAll(parsed(folderOf(opening).resolve(opening.getSimpleName() + ".java")).madeBy("in", Event.class));
        }
        if (function.trigger() == Trigger.MINUTE) {
            emitted.add(DeadlineReached.class);
        }
        if (function.trigger() == Trigger.SWEEP) {
            emitted.add(SweepContinued.class);
            sweepsOf(requireNonNull(function.programme()))
                    .forEach(sweep -> emitted.addAll(sentBy(sweep)));
        }
        return emitted;
    }

    /** What a sweep sends, and states of its progress. */
    static SortedSet<Class<? extends Event>> sentBy(Class<? extends Event> sweep) {
        var sources = parsed(eventFolderOf(sweep).resolve(sweep.getDeclaringClass().getSimpleName() + ".java"));
        var sent = sources.madeBy("reaching", sweep);
        sent.addAll(sources.madeBy("progress", sweep));
        return sent;
    }

    /** What an event says to other programmes. */
    static SortedSet<Class<? extends Event>> translationsOf(Class<? extends Event> event) {
        var translated = new TreeSet<Class<? extends Event>>(BY_NAME);
        var sources = parsed(folderOf(ContextMap.class).resolve("ContextMap.java"));
        sources.units.forEach(unit -> unit.accept(new TreeScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree made, Void none) {
                if (lastName(made.getIdentifier()).equals(Translation.class.getSimpleName())
                        && made.getArguments().getFirst() instanceof MemberSelectTree type
                        && TYPES.get(lastName(type.getExpression())) == event) {
                    translated.addAll(sources.made(made.getArguments().get(1), event, new HashSet<>()));
                }
                return super.visitNewClass(made, none);
            }
        }, null));
        return translated;
    }

    /** The sweeps a programme's events are. */
    static List<Class<? extends Event>> sweepsOf(Programme programme) {
        return EventCatalogue.all().stream()
                .filter(event -> Sweep.class.isAssignableFrom(event) && programme.events().isAssignableFrom(event))
                .<Class<? extends Event>>map(event -> event).toList();
    }

    /** Which of these names stand in a method of a decider, or in what it calls. */
    static SortedSet<String> namesIn(FunctionSpec function, String method, Collection<String> wanted) {
        var serves = requireNonNull(function.serves());
        return parsed(folderOf(serves.decider())).namesIn(method, wanted);
    }

    private static Sources parsed(Path path) {
        return PARSED.computeIfAbsent(path, Sources::new);
    }

    private static Path folderOf(Class<?> type) {
        return Published.root().resolve("functions/src/main/java/" + type.getPackageName().replace('.', '/'));
    }

    private static Path eventFolderOf(Class<?> type) {
        return Published.root().resolve("events/src/main/java/" + type.getPackageName().replace('.', '/'));
    }

    /** Events and the sealed interfaces above them, by simple name: the name the source calls them by. */
    private static Map<String, Class<?>> types() {
        var types = new TreeMap<String, Class<?>>();
        for (var event : EventCatalogue.all()) {
            var before = types.put(event.getSimpleName(), event);
            if (before != null) {
                throw new AssertionError("two events are called " + event.getSimpleName());
            }
            Stream.of(event.getInterfaces()).filter(Event.class::isAssignableFrom)
                    .forEach(above -> types.put(above.getSimpleName(), above));
        }
        return types;
    }

    private static String lastName(Tree name) {
        return switch (name) {
            case IdentifierTree identifier -> identifier.getName().toString();
            case MemberSelectTree select -> select.getIdentifier().toString();
            case ParameterizedTypeTree generic -> lastName(generic.getType());
            default -> "";
        };
    }

    /** The parsed files of one package. */
    private static final class Sources {
        private final List<CompilationUnitTree> units = new ArrayList<>();
        private final Map<String, List<MethodTree>> methods = new HashMap<>();

        Sources(Path fileOrFolder) {
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var files = Files.walk(fileOrFolder, 1);
                    var manager = compiler.getStandardFileManager(null, null, null)) {
                var chosen = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
                var task = (JavacTask) compiler.getTask(null, manager, null, null, null,
                        manager.getJavaFileObjectsFromPaths(chosen));
                task.parse().forEach(units::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            units.forEach(unit -> unit.accept(new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void none) {
                    methods.computeIfAbsent(method.getName().toString(), _ -> new ArrayList<>()).add(method);
                    return super.visitMethod(method, none);
                }
            }, null));
        }

        SortedSet<Class<? extends Event>> madeBy(String method, Class<? extends Event> sent) {
            var made = new TreeSet<Class<? extends Event>>(BY_NAME);
            methods.getOrDefault(method, List.of())
                    .forEach(each -> made.addAll(made(each, sent, new HashSet<>(Set.of(method)))));
            return made;
        }

        SortedSet<Class<? extends Event>> made(Tree from, Class<? extends Event> sent, Set<String> been) {
            var made = new TreeSet<Class<? extends Event>>(BY_NAME);
            walk(from, sent, been, name -> {
                var type = TYPES.get(name);
                if (type != null && type.isRecord()) {
                    made.add(type.asSubclass(Event.class));
                }
            }, _ -> {});
            return made;
        }

        SortedSet<String> namesIn(String method, Collection<String> wanted) {
            var found = new TreeSet<String>();
            methods.getOrDefault(method, List.of()).forEach(each -> walk(each, Event.class,
                    new HashSet<>(Set.of(method)), _ -> {}, name -> {
                        if (wanted.contains(name)) {
                            found.add(name);
                        }
                    }));
            return found;
        }

        /** Through a tree and the methods of the package it calls, past the cases that are about other events. */
        private void walk(Tree from, Class<? extends Event> sent, Set<String> been,
                Consumer<String> making, Consumer<String> naming) {
            from.accept(new TreeScanner<Void, Void>() {
                @Override
                public Void visitCase(CaseTree one, Void none) {
                    return isAboutAnother(one, sent) ? null : super.visitCase(one, none);
                }

                @Override
                public Void visitNewClass(NewClassTree made, Void none) {
                    making.accept(lastName(made.getIdentifier()));
                    return super.visitNewClass(made, none);
                }

                @Override
                public Void visitMemberReference(MemberReferenceTree reference, Void none) {
                    if (reference.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
                        making.accept(lastName(reference.getQualifierExpression()));
                    } else {
                        follow(reference.getName().toString());
                    }
                    return super.visitMemberReference(reference, none);
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    follow(lastName(call.getMethodSelect()));
                    return super.visitMethodInvocation(call, none);
                }

                @Override
                public Void visitIdentifier(IdentifierTree identifier, Void none) {
                    naming.accept(identifier.getName().toString());
                    return super.visitIdentifier(identifier, none);
                }

                @Override
                public Void visitMemberSelect(MemberSelectTree select, Void none) {
                    naming.accept(select.getIdentifier().toString());
                    return super.visitMemberSelect(select, none);
                }

                private void follow(String method) {
                    if (been.add(method)) {
                        methods.getOrDefault(method, List.of()).forEach(each -> scan(each, null));
                    }
                }
            }, null);
        }

        private static boolean isAboutAnother(CaseTree one, Class<? extends Event> sent) {
            var about = one.getLabels().stream().filter(PatternCaseLabelTree.class::isInstance)
                    .map(label -> ((PatternCaseLabelTree) label).getPattern())
                    .filter(BindingPatternTree.class::isInstance)
                    .<Class<?>>map(pattern -> TYPES.get(lastName(((BindingPatternTree) pattern).getVariable().getType())))
                    .filter(Objects::nonNull).toList();
            return sent != Event.class && !about.isEmpty()
                    && about.stream().noneMatch(type -> type.isAssignableFrom(sent));
        }
    }
}
