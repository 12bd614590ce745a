package org.chongshan.shell;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"-|EN", "''|EN", "en|EN", "zh|ZH_CN", "zh-CN|ZH_CN",
            "zh-TW|ZH_CN", "ZH-hans|ZH_CN", "fr|EN", "fr, zh;q=0.2|ZH_CN", "en;q=0.3, zh;q=0.5|ZH_CN",
            "zh;q=0.3, en;q=0.5|EN", "*|EN", "*, en;q=0|ZH_CN", "zh;q=0|EN", "zhx|EN", ";;q|EN", "zh;q=2|EN"})
    void of_the_languages_asked_for_the_one_liked_best_that_there_is(@Nullable String asked, Language language) {
        assertThat(Language.asked(asked)).isEqualTo(language);
    }

    @Test
    void who_lists_more_languages_than_anybody_speaks_is_answered_in_english() {
        assertThat(Language.asked("zh" + ", fr".repeat(100))).isEqualTo(Language.ZH_CN);
        assertThat(Language.asked("zh" + ", fr".repeat(200))).isEqualTo(Language.EN);
    }

    @Test
    void a_name_without_a_word_reads_as_it_is_spelled() {
        assertThat(Language.EN.word("status.household.to-verify")).isEqualTo("to verify");
        assertThat(Language.EN.word("event.relief.GridVisitRecorded")).isEqualTo("grid visit recorded");
        assertThat(Language.EN.word("enum.Doubt.IMPOSSIBLE_TRAVEL")).isEqualTo("impossible travel");
        assertThat(Language.EN.word("programme.treasury")).isEqualTo("payments for every programme");
    }

    @Test
    void numbers_stand_in_both_languages() {
        assertThat(Problem.TOO_MANY_EVENTS.detail()).isEqualTo("A batch holds at most 100 events.");
        assertThat(Problem.TOO_MANY_EVENTS.detail(Language.ZH_CN)).isEqualTo("每批最多 100 个事件。");
    }
}
