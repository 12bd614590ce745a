package org.chongshan.events;

import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** GB 11643: what is a resident identity number, however it was typed, and what is not. */
class IdentityNumberTest {
    private static final LocalDate DAY = LocalDate.parse("2023-03-02");
    /** The standard's own examples. */
    private static final String WOMAN = "11010519491231002X";
    private static final String MAN = "440524188001010014";

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002x", " 11010519491231002X", "　11010519491231002X　", "１１０１０５１９４９１２３１００２Ｘ",
            "1101051949123100２ｘ", "\t11010519491231002x\n"})
    void one_number_reads_the_same_however_it_was_typed(String typed) {
        assertThat(new IdentityNumber(typed).value()).isEqualTo(WOMAN);
        assertThat(new IdentityNumber(typed).isResident()).isTrue();
        assertThat(new IdentityNumber(typed).fault(DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"110105194912310021|ends with its check character (ISO 7064 MOD 11-2)",
            "11010519491331002X|says a day of birth that exists", "320602201902300011|says a day of birth that exists",
            "99010519491231002X|begins with a region of GB/T 2260",
            "110105491231002|has 18 characters: numbers of 15 digits are void since 2013-01-01",
            "１２３|has 17 digits and a check character, or is a provisional number of 1 to 14 digits",
            "' 1'|has 17 digits and a check character, or is a provisional number of 1 to 14 digits",
            "1101051949123100|has 17 digits and a check character, or is a provisional number of 1 to 14 digits",
            "1101051949123100 2X|has 17 digits and a check character, or is a provisional number of 1 to 14 digits",
            "A1|has 17 digits and a check character, or is a provisional number of 1 to 14 digits",
            "sealed.1.abcdefghijklmnop.abcdefghijklmnopqrstuv.1-00000000000000000000000000000000|has 17 digits and a check character, or is a provisional number of 1 to 14 digits"})
    void what_is_none_is_named_without_being_repeated(String typed, String detail) {
        var number = new IdentityNumber(typed);
        assertThat(number.fault(DAY)).hasValue(detail);
        assertThat(number.value()).isEqualTo(typed);
    }

    @Test
    void nobody_is_born_tomorrow_or_130_years_old() {
        var unborn = valid("32060220230303001");
        assertThat(new IdentityNumber(unborn).fault(DAY)).hasValue("says a day of birth within the last 130 years");
        assertThat(new IdentityNumber(unborn).fault(DAY.plusDays(1))).isEmpty();
        assertThat(new IdentityNumber(MAN).fault(DAY)).isPresent();
        assertThat(new IdentityNumber(MAN).fault(LocalDate.parse("2009-12-31"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00017", "12345678901234"})
    void whoever_has_no_papers_bears_a_provisional_number_and_is_never_known_again_by_it(String provisional) {
        assertThat(new IdentityNumber(provisional).fault(DAY)).isEmpty();
        assertThat(new IdentityNumber(provisional).isResident()).isFalse();
    }

    @Property(tries = 300)
    void one_wrong_digit_or_two_neighbours_swapped_are_always_found(@ForAll @IntRange(max = 9_999_999) int seed,
            @ForAll @IntRange(max = 16) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        var born = LocalDate.of(1960, 1, 1).plusDays(seed / 1_000);
        var number = valid("320602" + born.toString().replace("-", "") + "%03d".formatted(seed % 1_000));
        assertThat(new IdentityNumber(number).fault(DAY)).isEmpty();
        var wrong = new StringBuilder(number);
        wrong.setCharAt(at, (char) ('0' + (number.charAt(at) - '0' + by) % 10));
        assertThat(new IdentityNumber(wrong.toString()).fault(DAY)).isPresent();
        if (at < 16 && number.charAt(at) != number.charAt(at + 1)) {
            var swapped = number.substring(0, at) + number.charAt(at + 1) + number.charAt(at)
                    + number.substring(at + 2);
            assertThat(new IdentityNumber(swapped).fault(DAY)).isPresent();
        }
    }

    @Test
    void only_a_sealed_one_has_an_index_and_nothing_prints_a_number() {
        var index = "1-0123456789abcdef0123456789abcdef";
        var sealed = new IdentityNumber("sealed.1.abcdefghijklmnop.abcdefghijklmnopqrstuv." + index);
        assertThat(sealed.index()).isEqualTo(index);
        assertThat(sealed.isResident()).isTrue();
        assertThat(new IdentityNumber(WOMAN).index()).isNull();
        assertThat(new IdentityNumber("sealed.1.abcdefghijklmnop.abcdefghijklmnopqrstuv").index()).isNull();
        assertThat(new IdentityNumber(WOMAN)).hasToString(Sealable.MASK);
    }

    private static String valid(String digits) {
        return digits + IdentityNumber.checkCharacter(digits);
    }
}
