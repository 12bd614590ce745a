package org.chongshan.bureau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import org.chongshan.core.Deadline;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Clock;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Ingest;
import org.chongshan.core.FunctionSpec.Query;
import org.chongshan.core.FunctionSpec.Relay;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.DigestEvent.DueStated;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Published;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.RecordsSearched;
import org.chongshan.events.Sweep;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.json.EventCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * Which event leads to which, read from the source of the deciders: from the method that takes an event, through the cases
 * whose pattern fits it and the methods of its package they call, to the event records that are made on the way. It tells
 * what may be emitted, not when.
 */
final class Emissions {
    private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getSimpleName);
    private static final Map<String, Class<?>> TYPES = types();
    /** Parsed once, by file or folder. */
    private static final Map<Path, Sources> PARSED = new HashMap<>();

    private Emissions() {}

    /** What a decider may emit when it is sent an event it accepts. */
    static SortedSet<Class<? extends Event>> of(Collection<?, ?> function, Class<? extends Event> sent) {
        var about = new About(sent, null, Set.of());
        var made = sourcesOf(function).reachedFrom("begin", about).made;
        made.addAll(sourcesOf(function).reachedFrom("decide", about).made);
        return made;
    }

    /** What a decider may emit when one of its deadlines is reached. */
    static SortedSet<Class<? extends Event>> of(Collection<?, ?> function, Deadline deadline) {
        return sourcesOf(function).reachedFrom("reached", about(function, deadline)).made;
    }

    /** Whether an event may begin an aggregate that is not there. */
    static boolean mayBegin(Collection<?, ?> function, Class<? extends Event> sent) {
        return sourcesOf(function).reachedFrom("begin", new About(sent, null, Set.of())).named.contains("become");
    }

    /** The names a decider's source speaks of when one of its deadlines is reached, rules among them. */
    static Set<String> namedAt(Collection<?, ?> function, Deadline deadline) {
        return sourcesOf(function).reachedFrom("reached", about(function, deadline)).named;
    }

    /** All a function may emit, whatever it is sent or does by itself. */
    static SortedSet<Class<? extends Event>> of(FunctionSpec function) {
        var emitted = new TreeSet<Class<? extends Event>>(BY_NAME);
        switch (function) {
            case Collection<?, ?> collection -> {
                collection.accepts().forEach(event -> emitted.addAll(of(collection, event)));
                collection.deadlines().forEach(deadline -> emitted.addAll(of(collection, deadline)));
            }
            case Schedule schedule -> {
                var opening = schedule.opening().getClass();
                emitted.addAll(parsed(fileOf(opening, "functions")).reachedFrom("in", About.ANYTHING).made);
            }
            case Clock _ -> emitted.add(DeadlineReached.class);
            case FunctionSpec.Digest _ -> emitted.add(DueStated.class);
            case FunctionSpec.Sweep sweep -> {
                emitted.add(SweepContinued.class);
                sweepsOf(sweep.programme()).forEach(event -> emitted.addAll(sentBy(event)));
            }
            case Query _ -> emitted.add(RecordsExported.class);
            case FunctionSpec.RegistrySearch<?, ?> _ -> emitted.add(RecordsSearched.class);
            case Ingest _,Relay _,FunctionSpec.Outbound _ -> {
            }
        }
        return emitted;
    }

    /** What a sweep sends, and states of its progress. */
    static SortedSet<Class<? extends Event>> sentBy(Class<? extends Event> sweep) {
        var sources = parsed(fileOf(sweep, "events"));
        var sent = sources.reachedFrom("reaching", About.ANYTHING).made;
        sent.addAll(sources.reachedFrom("progress", About.ANYTHING).made);
        return sent;
    }

    /** What an event says to other programmes. */
    static SortedSet<Class<? extends Event>> translationsOf(Class<? extends Event> event) {
        var found = new Found();
        ContextMap.LINES.stream().filter(line -> line.from() == event).forEach(line -> found.made.add(line.into()));
        return found.made;
    }

    /** A programme's events that are sweeps. */
    static List<Class<? extends Event>> sweepsOf(Programme programme) {
        return EventCatalogue.all().stream()
                .filter(event -> Sweep.class.isAssignableFrom(event) && programme.events().isAssignableFrom(event))
                .<Class<? extends Event>>map(event -> event).toList();
    }

    private static About about(Collection<?, ?> function, Deadline deadline) {
        return new About(Event.class, deadline.name(),
                function.deadlines().stream().map(Deadline::name).collect(Collectors.toSet()));
    }

    private static Sources sourcesOf(Collection<?, ?> function) {
        return parsed(fileOf(function.decider(), "functions").getParent());
    }

    private static Sources parsed(Path path) {
        return PARSED.computeIfAbsent(path, Sources::new);
    }

    private static Path fileOf(Class<?> type, String module) {
        var outermost = type;
        while (outermost.getDeclaringClass() != null) {
            outermost = outermost.getDeclaringClass();
        }
        return Published.root().resolve(module + "/src/main/java/" + outermost.getName().replace('.', '/') + ".java");
    }

    /** Events and the sealed interfaces above them, by simple name: the name the source calls them by. */
    private static Map<String, Class<?>> types() {
        var types = new TreeMap<String, Class<?>>();
        for (var event : EventCatalogue.all()) {
            if (types.put(event.getSimpleName(), event) != null) {
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

    /**
     * What a method was called for; cases about anything else are passed over.
     *
     * @param event     {@code Event} itself for any
     * @param deadline  the constant's name; null when it is not about one
     * @param deadlines all there are
     */
    private record About(Class<? extends Event> event, @Nullable String deadline, Set<String> deadlines) {

        static final About ANYTHING = new About(Event.class, null, Set.of());

        boolean isElsewhere(CaseTree one) {
            var patterns = one.getLabels().stream().filter(PatternCaseLabelTree.class::isInstance)
                    .map(label -> ((PatternCaseLabelTree) label).getPattern())
                    .filter(BindingPatternTree.class::isInstance)
                    .<Class<?>>map(
                            pattern -> TYPES.get(lastName(((BindingPatternTree) pattern).getVariable().getType())))
                    .filter(Objects::nonNull).toList();
            var constants = one.getLabels().stream().filter(ConstantCaseLabelTree.class::isInstance)
                    .map(label -> lastName(((ConstantCaseLabelTree) label).getConstantExpression()))
                    .filter(deadlines::contains).toList();
            return event != Event.class && !patterns.isEmpty()
                    && patterns.stream().noneMatch(type -> type.isAssignableFrom(event))
                    || !constants.isEmpty() && !constants.contains(deadline);
        }

        /** What a condition comes to: {@code event instanceof X}, {@code deadline == Due.X}; empty when that is open. */
        Optional<Boolean> decides(Tree condition) {
            return switch (condition) {
                case ParenthesizedTree inner -> decides(inner.getExpression());
                case UnaryTree not when not.getKind() == Kind.LOGICAL_COMPLEMENT ->
                    decides(not.getExpression()).map(is -> !is);
                case BinaryTree and when and.getKind() == Kind.CONDITIONAL_AND ->
                    Stream.of(and.getLeftOperand(), and.getRightOperand()).map(this::decides).flatMap(Optional::stream)
                            .filter(is -> !is).findFirst();
                case BinaryTree equal when equal.getKind() == Kind.EQUAL_TO
                        && deadlines.contains(lastName(equal.getRightOperand())) ->
                    Optional.of(lastName(equal.getRightOperand()).equals(deadline));
                case InstanceOfTree asks when event != Event.class -> {
                    var type = TYPES.get(lastName(asks.getPattern() instanceof BindingPatternTree binding
                            ? binding.getVariable().getType()
                            : asks.getType()));
                    yield Optional.ofNullable(type).map(one -> one.isAssignableFrom(event));
                }
                default -> Optional.empty();
            };
        }
    }

    /** What was found on a way through the source. */
    private static final class Found {
        final SortedSet<Class<? extends Event>> made = new TreeSet<>(BY_NAME);
        final Set<String> named = new HashSet<>();
        final Set<MethodTree> been = new HashSet<>();
    }

    /** The parsed files of one package, or one of them. */
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

        Found reachedFrom(String method, About about) {
            var found = new Found();
            methods.getOrDefault(method, List.of()).forEach(each -> walk(each, about, found));
            return found;
        }

        /** Through a tree and the methods of these sources it calls, past the cases that are about something else. */
        void walk(Tree from, About about, Found found) {
            from.accept(new TreeScanner<Void, Void>() {
                @Override
                public Void visitCase(CaseTree one, Void none) {
                    return about.isElsewhere(one) ? null : super.visitCase(one, none);
                }

                @Override
                public Void visitBlock(BlockTree block, Void none) {
                    for (var statement : block.getStatements()) {
                        scan(statement, none);
                        if (statement instanceof IfTree asks && about.decides(asks.getCondition()).orElse(false)
                                && returns(asks.getThenStatement())) {
                            return null;
                        }
                    }
                    return null;
                }

                @Override
                public Void visitIf(IfTree asks, Void none) {
                    var is = about.decides(asks.getCondition());
                    return is.isEmpty()
                            ? super.visitIf(asks, none)
                            : scan(is.get() ? asks.getThenStatement() : asks.getElseStatement(), none);
                }

                @Override
                public Void visitConditionalExpression(ConditionalExpressionTree asks, Void none) {
                    var is = about.decides(asks.getCondition());
                    return is.isEmpty()
                            ? super.visitConditionalExpression(asks, none)
                            : scan(is.get() ? asks.getTrueExpression() : asks.getFalseExpression(), none);
                }

                @Override
                public Void visitNewClass(NewClassTree made, Void none) {
                    making(lastName(made.getIdentifier()));
                    return super.visitNewClass(made, none);
                }

                @Override
                public Void visitMemberReference(MemberReferenceTree reference, Void none) {
                    if (reference.getMode() == ReferenceMode.NEW) {
                        making(lastName(reference.getQualifierExpression()));
                    } else {
                        methods.getOrDefault(reference.getName().toString(), List.of()).forEach(this::follow);
                    }
                    return super.visitMemberReference(reference, none);
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    methods.getOrDefault(lastName(call.getMethodSelect()), List.of()).stream()
                            .filter(method -> method.getParameters().size() == call.getArguments().size())
                            .forEach(this::follow);
                    return super.visitMethodInvocation(call, none);
                }

                @Override
                public Void visitIdentifier(IdentifierTree identifier, Void none) {
                    found.named.add(identifier.getName().toString());
                    return super.visitIdentifier(identifier, none);
                }

                @Override
                public Void visitMemberSelect(MemberSelectTree select, Void none) {
                    found.named.add(select.getIdentifier().toString());
                    return super.visitMemberSelect(select, none);
                }

                private void making(String name) {
                    var type = TYPES.get(name);
                    if (type != null && type.isRecord()) {
                        found.made.add(type.asSubclass(Event.class));
                    }
                }

                private void follow(MethodTree method) {
                    if (found.been.add(method)) {
                        scan(method, null);
                    }
                }
            }, null);
        }

        private static boolean returns(Tree statement) {
            return statement instanceof ReturnTree || statement instanceof BlockTree block
                    && !block.getStatements().isEmpty() && block.getStatements().getLast() instanceof ReturnTree;
        }
    }
}
