package org.chongshan.bureau;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Policy;
import org.chongshan.core.Policy.Bound;
import org.chongshan.core.Rule;
import org.chongshan.events.Published;
import org.chongshan.shell.CoreRule;
import org.chongshan.shell.Language;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/rules.md} is what code and policy say, and every rule has a test that names it. A change is published
 * by {@link Published#COMMAND}.
 */
class RuleBookTest {
    private static final Path TESTS = Path.of("src/test/java/org/chongshan");
    private static final Pattern METHOD = Pattern.compile("\n    void (\\w+)\\(");
    private static final Pattern IN_ENGLISH = Pattern.compile("_");

    private record TestSource(String className, String text) {}

    @Test
    @Tag(Published.TAG)
    void the_published_rule_book_is_that_of_the_code_and_every_rule_is_proved() throws IOException {
        var unproved = new ArrayList<String>();
        var generated = generate(unproved);
        assertThat(unproved).as("rules no test names").isEmpty();
        Published.file("docs/rules.md", generated);
    }

    /** The same in Chinese; which test proves a rule stands in the English one. */
    @Test
    @Tag(Published.TAG)
    void the_rule_book_in_chinese_is_that_of_the_code_and_the_words() {
        Published.file("docs/rules.zh.md", generateInChinese());
    }

    private static String generateInChinese() {
        var out = new StringBuilder("""
                # 规则手册

                由代码中的规则、`policy.json` 和中文词表生成。日志中的每项决定都以下列代码写明所依据的规则，并写明当时适用的政策版本。“含本数”指数值本身
                仍符合规则；依据写明“设定”的，由本局确定。各规则由哪项测试证明，见[英文版](rules.md)。

                ## 通用规则

                """);
        out.append(Published.table(List.of("规则", "规定"), Arrays.stream(CoreRule.values())
                .map(rule -> List.of("`" + rule.code() + "`", statement("core", rule))).toList()));
        for (var function : Topology.collections()) {
            out.append("\n## ").append(Language.ZH_CN.word("collection." + function.name())).append("（`")
                    .append(function.name()).append("`）\n\n")
                    .append(Published.table(List.of("规则", "规定", "数值", "依据"),
                            Arrays.stream(rulesOf(function))
                                    .map(rule -> List.of("`" + rule.code() + "`", statement(function.name(), rule),
                                            numbersInChinese(rule), InChinese.source(rule.article().source())))
                                    .toList()));
        }
        return out.append("\n# 政策参数\n\n")
                .append(Published.table(List.of("参数", "名称", "施行日期", "数值", "依据"),
                        entries().map(entry -> List.of("`" + entry.name() + "`", InChinese.name(entry),
                                entry.from().toString(), InChinese.number(entry), InChinese.source(entry.source())))
                                .toList()))
                .toString();
    }

    private static String statement(String function, Rule rule) {
        return Language.ZH_CN.said("rule." + function + "." + rule.code(), rule.statement());
    }

    private static String numbersInChinese(Rule rule) {
        var policy = ReferenceData.policy().editions().getLast();
        return rule.article().numbers().stream().map(parameter -> policy.entry(parameter))
                .map(entry -> InChinese.name(entry) + " " + InChinese.number(entry)).collect(Collectors.joining("；"));
    }

    private static Stream<Policy.Entry> entries() {
        return ReferenceData.policy().editions().stream().flatMap(edition -> edition.entries().values().stream())
                .distinct().sorted(Comparator.comparing(Policy.Entry::name).thenComparing(Policy.Entry::from));
    }

    private static String generate(List<String> unproved) throws IOException {
        var tests = sources();
        var out = new StringBuilder(
                """
                        # The rule book

                        Generated from the rules in the code and from `policy.json`. Every decision in a journal names its rule by the
                        code below and the version of the policy it was decided under. "inclusive" means the number itself still
                        satisfies the rule; a source that begins with "assumption" is the bureau's to set.
                        """);
        for (var function : Topology.collections()) {
            out.append("\n## ").append(function.name()).append("\n\n| rule | says | number | source | proved by |\n")
                    .append("| --- | --- | --- | --- | --- |\n");
            for (var rule : rulesOf(function)) {
                var proof = proof(rule, tests);
                if (proof.isEmpty()) {
                    unproved.add("%s.%s: let a test in functions/src/test/java/%s name it".formatted(
                            rule.getClass().getSimpleName(), rule.name(),
                            rule.getClass().getPackageName().replace('.', '/')));
                }
                out.append("| `%s` | %s | %s | %s | %s |\n".formatted(rule.code(), rule.statement(), numbers(rule),
                        rule.article().source(), proof));
            }
        }
        return out.append("\n").append(parameters()).toString();
    }

    /** The rules of a decider. */
    static Rule[] rulesOf(Collection<?, ?> function) {
        var decider = function.decider().getName();
        try {
            return (Rule[]) Class.forName(decider.replaceAll("Decider$", "Rule")).getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new AssertionError("a decider's rules stand beside it in an enum called ...Rule", e);
        }
    }

    private static String numbers(Rule rule) {
        var policy = ReferenceData.policy().editions().getLast();
        return String.join("; ",
                rule.article().numbers().stream().map(parameter -> number(policy.entry(parameter))).toList());
    }

    private static String number(Policy.Entry entry) {
        return entry.value() + " " + entry.unit()
                + (entry.bound() == Bound.NONE ? "" : ", " + entry.bound().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String parameters() {
        var out = new StringBuilder(
                "# The policy\n\n| parameter | from | value | source |\n| --- | --- | --- | --- |\n");
        entries().forEach(entry -> out.append(
                "| `%s` | %s | %s | %s |\n".formatted(entry.name(), entry.from(), number(entry), entry.source())));
        return out.toString();
    }

    /** The first test that names the rule: by its enum, or by itself where the enum is imported statically. */
    private static String proof(Rule rule, List<TestSource> tests) {
        var type = rule.getClass().getSimpleName();
        for (var test : tests) {
            var imported = Pattern.compile("import static [\\w.]+\\." + type + "\\.(\\*|" + rule.name() + ");")
                    .matcher(test.text()).find();
            var named = Pattern
                    .compile((imported ? "(?<![.\\w])(" + type + "\\.)?" : "\\b" + type + "\\.") + rule.name() + "\\b")
                    .matcher(test.text());
            var body = test.text().indexOf("\n    void ");
            if (named.find(Math.max(body, 0))) {
                return sentence(test, named.start());
            }
        }
        return "";
    }

    private static String sentence(TestSource test, int position) {
        var method = METHOD.matcher(test.text());
        var last = "";
        while (method.find() && method.start() < position) {
            last = method.group(1);
        }
        return test.className() + ": " + IN_ENGLISH.matcher(last).replaceAll(" ");
    }

    private static List<TestSource> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            var sources = new ArrayList<TestSource>();
            for (var file : files.filter(file -> file.toString().endsWith("Test.java")).sorted().toList()) {
                sources.add(new TestSource(file.getFileName().toString().replace(".java", ""), Files.readString(file)));
            }
            return sources;
        }
    }

    @Test
    void every_parameter_a_rule_names_has_a_value_in_every_edition() {
        var named = Topology.collections().stream().map(RuleBookTest::rulesOf).flatMap(Arrays::stream)
                .flatMap(rule -> rule.article().numbers().stream()).distinct().toList();
        assertThat(named).isNotEmpty();
        for (var edition : ReferenceData.policy().editions()) {
            assertThat(
                    named.stream().map(parameter -> parameter.key()).filter(key -> !edition.entries().containsKey(key)))
                    .as("parameters without an entry in functions/src/main/resources/policy.json in force at %s",
                            edition.version())
                    .isEmpty();
        }
    }
}
