package org.chongshan.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.bureau.Figures;
import org.chongshan.bureau.InChinese;
import org.chongshan.bureau.Topology;
import org.chongshan.core.Deadline;
import org.chongshan.core.Listing;
import org.chongshan.core.Outcome;
import org.chongshan.core.Rule;
import org.chongshan.core.Status;
import org.chongshan.core.Word;
import org.chongshan.events.Event;
import org.chongshan.events.Fault;
import org.chongshan.events.Heading;
import org.chongshan.events.Programme;
import org.chongshan.events.Published;
import org.chongshan.events.Role;
import org.chongshan.events.Sealable;
import org.chongshan.events.json.EventCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the code has a name for has its word in Chinese, and no bundle has a word of something that is not there. */
class WordsTest {
    private static final String FILE = "functions/src/main/resources/words/%s.properties";
    /** A text of the code that says what a value is, does or has; and what is set into it. */
    private static final Pattern DETAIL = Pattern.compile(
            "(?<!Exception\\()\"([a-z]+ [^\"]*)\"(?!\\s*\\+ Event\\.schemaOf)(?:\\s*\\+\\s*[\\w.()]+(?:\\s*\\+\\s*\"([^\"]*)\")?)?");
    /** Of these everything that is said is said of a value. */
    private static final Set<String> WHOLE = Set.of("EventValidator.java", "Plausibility.java", "IdentityNumber.java",
            "CreditCode.java");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** Enums whose constants have words by other kinds. */
    private static final Set<Class<?>> OTHERWISE = Set.of(Status.class, Listing.class, Deadline.class, Programme.class,
            Role.class, Heading.class);
    private static final Pattern IN_CHINESE = Pattern.compile("[\\p{IsHan}%]");

    /** What is named and said nowhere else. */
    private static Stream<String> names() {
        return Stream
                .of(Arrays.stream(Programme.values()).map(one -> "programme." + one.key()),
                        Arrays.stream(Role.values()).map(one -> "role." + one.claim()),
                        Arrays.stream(Heading.values()).map(one -> "heading." + Word.of(one)),
                        Arrays.stream(Outcome.values()).map(one -> "outcome." + one.word()),
                        Early.WORDS.stream().map(one -> "status." + one),
                        Figures.LINES.stream().map(one -> "figure."
                                + one.word()),
                        Topology.collections().stream().flatMap(one -> Stream
                                .of(Stream.of("collection." + one.name()),
                                        one.statuses().stream()
                                                .map(status -> "status." + one.name() + "." + status.word()),
                                        one.lists().stream().map(list -> "list." + one.name() + "." + list.word()),
                                        one.deadlines().stream()
                                                .map(deadline -> "deadline." + one.name() + "." + deadline.word()))
                                .flatMap(keys -> keys)))
                .flatMap(keys -> keys);
    }

    /** What the code says in English. */
    private static Stream<String> statements() {
        return Stream.of(
                Arrays.stream(Problem.values())
                        .flatMap(one -> Stream.of("title", "detail").map(part -> "problem." + one.code() + "." + part)),
                Arrays.stream(Problem.Exactly.values()).map(one -> "exactly." + one.code()),
                Arrays.stream(Fault.Code.values()).map(one -> "fault." + one.word()), details()).flatMap(keys -> keys);
    }

    /** What faults say of values, read off the source: the rest is what a schema says. */
    private static Stream<String> details() {
        var root = Published.root().resolve("events/src/main/java/org/chongshan/events");
        try (var files = Files.walk(root)) {
            var details = new TreeSet<String>();
            for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (WHOLE.contains(file.getFileName().toString())) {
                    DETAIL.matcher(source).results().map(WordsTest::key).forEach(details::add);
                }
                Stream.of(source.split("new Fault\\(", -1)).skip(1).forEach(
                        after -> DETAIL.matcher(after).results().limit(1).map(WordsTest::key).forEach(details::add));
            }
            return details.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(MatchResult detail) {
        var set = detail.group().equals("\"" + detail.group(1) + "\"") ? "" : "1";
        return FaultWords.key(detail.group(1) + set + Objects.requireNonNullElse(detail.group(2), ""));
    }

    private static Stream<String> rules() {
        return Stream.concat(Arrays.stream(CoreRule.values()).map(one -> key("core", one)), Topology.collections()
                .stream().flatMap(one -> Arrays.stream(rulesOf(one.decider())).map(rule -> key(one.name(), rule))));
    }

    private static Stream<String> sourcesAndNumbers() {
        var ofRules = Topology.collections().stream().flatMap(one -> Arrays.stream(rulesOf(one.decider())))
                .flatMap(rule -> InChinese.keysOf(rule.article().source()));
        var ofPolicy = ReferenceData.policy().editions().stream().flatMap(one -> one.entries().values().stream())
                .flatMap(entry -> Stream.concat(InChinese.keysOf(entry.source()), InChinese.keysOf(entry)));
        return Stream.concat(ofRules, ofPolicy).distinct();
    }

    private static Stream<String> events() {
        return EventCatalogue.all().stream()
                .map(event -> "event." + Event.typeOf(event).substring("org.chongshan.".length()));
    }

    /** Every record and enum of the project that an event or a state holds. */
    private static Set<Class<?>> held() {
        var held = new LinkedHashSet<Class<?>>();
        EventCatalogue.all().forEach(event -> addHeld(event, held));
        Topology.collections().forEach(one -> addHeld(one.stateType(), held));
        return held;
    }

    private static void addHeld(Type type, Set<Class<?>> held) {
        switch (type) {
            case ParameterizedType of -> {
                addHeld(of.getRawType(), held);
                Arrays.stream(of.getActualTypeArguments()).forEach(argument -> addHeld(argument, held));
            }
            case WildcardType of -> Arrays.stream(of.getUpperBounds()).forEach(bound -> addHeld(bound, held));
            case Class<?> of when of.getName().startsWith("org.chongshan.") && held.add(of) -> {
                if (of.isSealed()) {
                    Arrays.stream(of.getPermittedSubclasses()).forEach(one -> addHeld(one, held));
                }
                if (of.isRecord()) {
                    Arrays.stream(of.getRecordComponents()).forEach(one -> addHeld(one.getGenericType(), held));
                }
            }
            default -> {
                return;
            }
        }
    }

    /** Of the enums that have no word by another kind. */
    private static Stream<String> constants() {
        return held().stream().filter(Class::isEnum)
                .filter(type -> OTHERWISE.stream().noneMatch(kind -> kind.isAssignableFrom(type)))
                .flatMap(type -> Arrays.stream(type.getEnumConstants())
                        .map(constant -> "enum." + nameOf(type) + "." + ((Enum<?>) constant).name()));
    }

    private static String nameOf(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }

    /** Under which keys a field may have its word: that of its record, of its programme, of any. */
    private static Stream<List<String>> fields() {
        return held().stream().filter(type -> type.isRecord() && !Sealable.class.isAssignableFrom(type))
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(field -> List.of("field." + type.getSimpleName() + "." + field.getName(),
                                "field." + programmeOf(type) + "." + field.getName(), "field." + field.getName())));
    }

    private static String programmeOf(Class<?> type) {
        var path = type.getPackageName().split("\\.");
        return path[path.length > 3 && path[2].equals("events") ? 3 : 2];
    }

    private static String key(String function, Rule rule) {
        return "rule." + function + "." + rule.code();
    }

    private static Rule[] rulesOf(Class<?> decider) {
        try {
            return (Rule[]) Class.forName(decider.getName().replaceAll("Decider$", "Rule")).getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new AssertionError("a decider's rules stand beside it in an enum called ...Rule", e);
        }
    }

    @Test
    void every_programme_collection_status_list_role_and_figure_has_its_word() {
        assertThat(names().filter(missing())).as(missingFrom()).isEmpty();
    }

    @Test
    void every_problem_and_every_fault_is_said_in_chinese_too() {
        assertThat(statements().filter(missing())).as(missingFrom()).isEmpty();
    }

    @Test
    void every_rule_is_stated_in_chinese_too() {
        assertThat(rules().filter(missing())).as(missingFrom()).isEmpty();
    }

    @Test
    void every_source_number_and_unit_of_the_rule_book_has_its_word() {
        assertThat(sourcesAndNumbers().filter(missing())).as(missingFrom()).isEmpty();
    }

    @Test
    void every_event_has_its_word() {
        assertThat(events().filter(missing())).as(missingFrom()).isEmpty();
    }

    @Test
    void every_value_of_an_enum_that_is_stored_has_its_word() {
        assertThat(constants()).doesNotHaveDuplicates();
        assertThat(constants().filter(missing())).as(missingFrom()).isEmpty();
    }

    @Test
    void every_field_of_an_event_and_of_a_state_has_its_word() {
        assertThat(fields().filter(keys -> keys.stream().allMatch(missing()))).as("one of each " + missingFrom())
                .isEmpty();
    }

    @Test
    void a_rule_is_stated_in_sentences() {
        var words = Language.ZH_CN.words();
        assertThat(rules().map(key -> words.getProperty(key, "")).filter(says -> !says.endsWith("。"))).isEmpty();
    }

    @Test
    void a_rule_holds_the_numbers_it_holds_in_english() {
        var words = Language.ZH_CN.words();
        assertThat(Topology.collections().stream().flatMap(one -> Arrays.stream(rulesOf(one.decider())).filter(
                rule -> !numbers(words.getProperty(key(one.name(), rule), "")).containsAll(numbers(rule.statement())))
                .map(rule -> key(one.name(), rule)))).isEmpty();
    }

    @Test
    void a_problem_holds_the_numbers_and_the_names_it_holds_in_english() {
        assertThat(Arrays.stream(Problem.values())
                .filter(one -> !numbers(one.detail(Language.ZH_CN)).equals(numbers(one.detail())))).isEmpty();
        var words = Language.ZH_CN.words();
        assertThat(Arrays.stream(Problem.Exactly.values())
                .filter(one -> names(words.getProperty("exactly." + one.code(), "")) != names(one.english())))
                .isEmpty();
    }

    private static Set<Integer> numbers(String text) {
        return NUMBER.matcher(text).results().map(found -> Integer.valueOf(found.group())).collect(Collectors.toSet());
    }

    private static int names(String text) {
        return text.split("%s", -1).length;
    }

    private static Predicate<String> missing() {
        var words = Language.ZH_CN.words();
        return key -> !IN_CHINESE.matcher(words.getProperty(key, "")).find();
    }

    private static String missingFrom() {
        return "missing from " + FILE.formatted(Language.ZH_CN.tag());
    }

    private static Set<String> used() {
        return Stream
                .of(names(), statements(), rules(), sourcesAndNumbers(), events(), constants(),
                        fields().flatMap(List::stream))
                .flatMap(keys -> keys).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void a_bundle_has_no_word_of_what_is_not_there(Language language) {
        var used = used();
        assertThat(language.words().stringPropertyNames().stream().filter(key -> !used.contains(key)))
                .as("of nothing in the code, in " + FILE.formatted(language.tag())).isEmpty();
    }

    /** Of two words under one key a bundle would have the last, and say nothing. */
    @ParameterizedTest
    @EnumSource
    void a_bundle_has_a_word_once(Language language) throws IOException {
        var keys = Files.readAllLines(Published.root().resolve(FILE.formatted(language.tag()))).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('='))).toList();
        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void the_english_bundle_says_nothing_that_the_code_says() {
        var said = statements().collect(Collectors.toSet());
        var words = Language.EN.words();
        assertThat(words.stringPropertyNames().stream()
                .filter(key -> said.contains(key)
                        || words.getProperty(key).equals(Language.spelled(key.substring(key.lastIndexOf('.') + 1)))))
                .isEmpty();
    }
}
