package org.chongshan.shell;

import java.util.regex.Pattern;

import org.chongshan.events.Fault;

/**
 * What a fault says, in another language. Its own words are in English; what they hold of numbers and days is set into the sentence
 * that stands under them in the bundle, with {@code #} for each. Where there is none the code's sentence stands, and behind it what
 * the schema asks for: that is JSON and no language.
 */
final class FaultWords {
    private static final Pattern NUMBER_OR_DAY = Pattern.compile("[0-9][0-9-]*");
    private static final Pattern NO_KEY = Pattern.compile("[^a-z#]+");
    /** A keyword of JSON Schema and what it is. */
    private static final Pattern OF_THE_SCHEMA = Pattern.compile("[a-zA-Z]+ [\\[{\"0-9-].*", Pattern.DOTALL);

    private FaultWords() {}

    static Fault in(Language language, Fault fault) {
        if (language == Language.EN) {
            return fault;
        }
        var meaning = language.said("fault." + fault.code(), fault.detail());
        if (OF_THE_SCHEMA.matcher(fault.detail()).matches()) {
            return new Fault(fault.pointer(), fault.code(), meaning + "（" + fault.detail() + "）");
        }
        var numbers = NUMBER_OR_DAY.matcher(fault.detail()).results().map(found -> (Object) found.group()).toArray();
        return new Fault(fault.pointer(), fault.code(), language.said(key(fault.detail()), meaning, numbers));
    }

    /** The key of the sentence for a detail. */
    static String key(String detail) {
        var words = NUMBER_OR_DAY.matcher(detail).replaceAll("#").toLowerCase(java.util.Locale.ROOT);
        return "expected." + NO_KEY.matcher(words).replaceAll("-").replaceAll("^-|-$", "");
    }
}
