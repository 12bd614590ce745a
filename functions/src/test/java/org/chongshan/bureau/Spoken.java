package org.chongshan.bureau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chongshan.events.Published;

/** What a type says of itself: the first sentence of its Javadoc, read from the source. */
final class Spoken {
    private static final Pattern TAGGED = Pattern.compile("\\{@(\\w+) (?:[\\w.]+#)?([^}]*)\\}");

    private Spoken() {}

    /** The sentence; the simple name where there is none. */
    static String firstSentence(Class<?> type) {
        var outermost = type;
        while (outermost.getDeclaringClass() != null) {
            outermost = outermost.getDeclaringClass();
        }
        var declared = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*[a-z -]*(?:record|interface|enum) "
                        + type.getSimpleName() + "\\b",
                Pattern.DOTALL).matcher(source(outermost));
        if (!declared.find()) {
            return type.getSimpleName();
        }
        var comment = declared.group(1).replaceAll("(?m)^\\s*\\*", " ").split("\n\\s*@", 2)[0].replaceAll("\\s+", " ")
                .strip();
        return TAGGED.matcher(comment.split("(?<=\\.)\\s", 2)[0])
                .replaceAll(tag -> tag.group(1).equals("code") ? "`" + tag.group(2) + "`" : tag.group(2))
                .replace("|", "\\|");
    }

    private static String source(Class<?> type) {
        var path = "/src/main/java/" + type.getName().replace('.', '/') + ".java";
        var file = Stream.of("events", "functions").map(name -> Published.root().resolve(name + path))
                .filter(Files::exists).findFirst().orElseThrow();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
