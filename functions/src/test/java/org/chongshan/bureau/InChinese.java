package org.chongshan.bureau;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.Policy;
import org.chongshan.core.Policy.Bound;
import org.chongshan.shell.Language;

/** What the rule book says of sources and numbers, in Chinese: each part of a source, each unit and each bound is a word of the bundle. */
public final class InChinese {
    private static final String SEED = "seed: ";
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9\\p{IsHan}]+");

    private InChinese() {}

    /** Where a rule or a number comes from. */
    static String source(String source) {
        return parts(source).map(part -> {
            if (isEnglish(part)) {
                return Language.ZH_CN.word(key("source.", part));
            }
            return part.startsWith(SEED)
                    ? Language.ZH_CN.word("source.seed").formatted(part.substring(SEED.length()))
                    : part;
        }).collect(Collectors.joining("；"));
    }

    /** What a number is of. */
    static String name(Policy.Entry entry) {
        return Language.ZH_CN.word("parameter." + entry.name());
    }

    /** A number with its unit, and whether it is inside. */
    static String number(Policy.Entry entry) {
        var number = entry.value() + " " + Language.ZH_CN.word(key("unit.", entry.unit()));
        return entry.bound() == Bound.NONE ? number : number + "，" + Language.ZH_CN.word(bound(entry.bound()));
    }

    /** Under which keys the parts of a source stand. */
    public static Stream<String> keysOf(String source) {
        return parts(source).flatMap(part -> isEnglish(part)
                ? Stream.of(key("source.", part))
                : part.startsWith(SEED) ? Stream.of("source.seed") : Stream.empty());
    }

    /** Under which keys name, unit and bound of a number stand. */
    public static Stream<String> keysOf(Policy.Entry entry) {
        var always = Stream.of("parameter." + entry.name(), key("unit.", entry.unit()));
        return entry.bound() == Bound.NONE ? always : Stream.concat(always, Stream.of(bound(entry.bound())));
    }

    private static Stream<String> parts(String source) {
        return Arrays.stream(source.split("; "));
    }

    /** What a source says in its own words stands as it is. */
    private static boolean isEnglish(String part) {
        return LATIN.matcher(part.startsWith(SEED) ? part.substring(SEED.length()) : part).find();
    }

    private static String bound(Bound bound) {
        return key("bound.", bound.name());
    }

    private static String key(String kind, String words) {
        return kind + NO_KEY.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    }
}
