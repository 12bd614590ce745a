package org.chongshan.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A language people are spoken to in. Its words stand in {@code words/<tag>.properties}, which is read when a word is first asked
 * for: whoever is answered in English, in what the code says itself, costs no reading.
 */
public enum Language {
    /** English: what the code says; the bundle has what it does not say, or not well. */
    EN("en"),
    /** Simplified Chinese (简体中文), as a civil-affairs office writes it: the bundle has everything. */
    ZH_CN("zh-CN");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_]|(?<=[a-z0-9])(?=[A-Z])");

    /** Several times what any browser sends: the JDK takes a time that grows with the square of the number of ranges. */
    private static final int MOST_CHARACTERS = 500;

    private final String tag;
    private @Nullable Properties words;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language's tag by BCP 47, such as {@code zh-CN}. */
    public String tag() {
        return tag;
    }

    /**
     * The language somebody asks for: of those there are, the one they like best.
     *
     * @param acceptLanguage the field of RFC 9110, 12.5.4; null, unreadable or longer than 500 characters for anything
     * @return English when none of those asked for is there
     */
    public static Language asked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MOST_CHARACTERS) {
            return EN;
        }
        try {
            var ranges = LanguageRange.parse(acceptLanguage);
            return ranges.stream().filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Arrays.stream(values()).filter(one -> one.isIn(range.getRange())))
                    .filter(one -> ranges.stream()
                            .noneMatch(range -> range.getWeight() == 0 && one.isNamedBy(range.getRange())))
                    .findFirst().orElse(EN);
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    private boolean isIn(String range) {
        return range.equals("*") || isNamedBy(range);
    }

    /** Whoever reads the language as it is written elsewhere reads it here, rather than a foreign one. */
    private boolean isNamedBy(String range) {
        return language(tag).equals(language(range));
    }

    private static String language(String tag) {
        return tag.split("-", 2)[0];
    }

    /**
     * What the code says, in this language.
     *
     * @param key     what it stands under
     * @param english the code's own text
     * @param numbers what both texts hold places for, by {@link java.util.Formatter}
     */
    public String said(String key, String english, Object... numbers) {
        var text = this == EN ? english : words().getProperty(key, english);
        return numbers.length == 0 ? text : text.formatted(numbers);
    }

    /**
     * The word for what the code has a name for.
     *
     * @param key kind and name with dots between, such as {@code status.household.to-verify}; what no bundle has reads as the name does
     */
    public String word(String key) {
        var word = words().getProperty(key);
        return word == null ? spelled(key.substring(key.lastIndexOf('.') + 1)) : word;
    }

    /** A name of the code, as words. */
    public static String spelled(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Every word of the bundle, by key. */
    public synchronized Properties words() {
        if (words == null) {
            words = read("/words/" + tag + ".properties");
        }
        return words;
    }

    private static Properties read(String resource) {
        var read = new Properties();
        try (var in = Objects.requireNonNull(Language.class.getResourceAsStream(resource), resource)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
