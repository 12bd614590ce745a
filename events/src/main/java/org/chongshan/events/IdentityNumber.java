package org.chongshan.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A resident identity number (公民身份号码, GB 11643-1999): six digits of a region (GB/T 2260), the day of birth, three digits of
 * a sequence, and a check character (ISO 7064 MOD 11-2), {@code X} for ten. Whoever has none yet, a person without papers,
 * bears a provisional number the bureau gives: 1 to 14 ASCII digits; people are never known again by it. Everything else is
 * refused at the door, also the numbers of 15 digits, whose cards are void since 2013-01-01.
 * <p>
 * Read by those who read {@link Personal}. Beside the sealed text stands a keyed blind index of the number, so that rules can
 * tell that two records name one person, and nothing more.
 *
 * @param value plain, or sealed; a resident number however it was typed (full width, {@code x}, spaces around it) reads the
 *              same here, any other text is left as it was typed
 */
public record IdentityNumber(String value) implements Sealable {
    /** The pattern of an index: version of its key, and 32 hexadecimal digits. */
    public static final String INDEX_PATTERN = "[1-9][0-9]?-[0-9a-f]{32}";
    /** Characters that may be posted: a number with room for spaces around it. */
    public static final int MOST_CHARACTERS = 40;

    private static final Pattern SEALED = Pattern.compile("sealed\\..+\\.(" + INDEX_PATTERN + ")");
    private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern OLD = Pattern.compile("[0-9]{15}");
    private static final Pattern PROVISIONAL = Pattern.compile("[0-9]{1,14}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd")
            .withResolverStyle(ResolverStyle.STRICT);
    /** GB/T 2260, provinces; 71, 81, 82, 83 also of residents from Taiwan, Hong Kong and Macao. */
    private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32",
            "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62",
            "63", "64", "65", "71", "81", "82", "83");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int FULL_WIDTH = '０' - '0';

    public IdentityNumber {
        Objects.requireNonNull(value);
        var folded = folded(value);
        value = isValid(folded) ? folded : value;
    }

    /** Whether it is a resident number; of a sealed one, whether it bears an index. */
    public boolean isResident() {
        return isValid(value) || index() != null;
    }

    private static boolean isValid(String number) {
        return SHAPE.matcher(number).matches() && wrong(number) == null;
    }

    /** The keyed blind index of a sealed resident number, by {@link #INDEX_PATTERN}; null of any other text. */
    public @Nullable String index() {
        var sealed = SEALED.matcher(value);
        return sealed.matches() ? sealed.group(1) : null;
    }

    /**
     * What would be right, when neither a resident number nor a provisional one was posted; never what was posted.
     *
     * @param day when it was posted: nobody is born later
     */
    public Optional<String> fault(LocalDate day) {
        if (PROVISIONAL.matcher(value).matches()) {
            return Optional.empty();
        }
        var number = folded(value);
        if (OLD.matcher(number).matches()) {
            return Optional.of("has 18 characters: numbers of 15 digits are void since 2013-01-01");
        }
        if (!SHAPE.matcher(number).matches()) {
            return Optional.of("has 17 digits and a check character, or is a provisional number of 1 to 14 digits");
        }
        var wrong = wrong(number);
        if (wrong != null) {
            return Optional.of(wrong);
        }
        var born = LocalDate.parse(number.substring(6, 14), DAY);
        return born.isAfter(day) || !born.plusYears(Born.MOST_YEARS).isAfter(day)
                ? Optional.of("says a day of birth within the last " + Born.MOST_YEARS + " years")
                : Optional.empty();
    }

    private static @Nullable String wrong(String number) {
        if (!PROVINCES.contains(number.substring(0, 2))) {
            return "begins with a region of GB/T 2260";
        }
        try {
            LocalDate.parse(number.substring(6, 14), DAY);
        } catch (DateTimeException e) {
            return "says a day of birth that exists";
        }
        return number.charAt(17) == checkCharacter(number) ? null : "ends with its check character (ISO 7064 MOD 11-2)";
    }

    /** The check character of the 17 digits a text begins with. */
    public static char checkCharacter(String digits) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    /** However it was typed: without spaces around it, full width as ASCII, {@code X} in upper case. */
    private static String folded(String typed) {
        var folded = new StringBuilder();
        typed.strip().chars().map(one -> one >= '０' && one <= '９' || one == 'ｘ' || one == 'Ｘ' ? one - FULL_WIDTH : one)
                .forEach(one -> folded.append(one == 'x' ? 'X' : (char) one));
        return folded.toString();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
