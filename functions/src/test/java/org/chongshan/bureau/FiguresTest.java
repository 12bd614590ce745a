package org.chongshan.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.chongshan.bureau.figure.FigureLine;
import org.chongshan.core.Figure;
import org.chongshan.events.Id;
import org.chongshan.events.Published;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of figures, and {@code docs/figures.md} made of it. */
class FiguresTest {
    @Test
    void every_line_has_a_name_of_its_own() {
        assertThat(Figures.LINES).extracting(FigureLine::word).doesNotHaveDuplicates()
                .allMatch(word -> ("2023.320613001." + word).matches(Id.PATTERN));
    }

    @Test
    void whatever_records_count_towards_stands_in_the_table() {
        var counted = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.chongshan").stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Figure.class))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants())).map(Figure.class::cast)
                .map(Figure::word).toList();
        assertThat(counted).isNotEmpty();
        assertThat(counted).isSubsetOf(Figures.LINES.stream().map(FigureLine::word).toList());
    }

    @Test
    @Tag(Published.TAG)
    void the_page_of_figures_is_what_the_table_says() {
        Published.file("docs/figures.md",
                """
                        # Figures

                        Generated from the table of figures: what the year shows, and what counts towards each. What counts is read off the
                        records as they are, so whatever corrects a record corrects the figure; the journal of a figure names every change with
                        what caused it. How they are read: [face.md](face.md). A *flow* is of one year, a *stock* is read at a day, *different*
                        counts each once however often it occurs; a *share* shows its two parts; what is *set* or stands in the *catalogue*
                        is the policy's, with its edition.

                        """
                        + Published.table(
                                List.of("figure", "programme", "kind", "unit", "what counts", "in the source's words"),
                                Figures.LINES.stream().map(line -> List.of("`" + line.word() + "`",
                                        line.programme().key(), kind(line), line.unit(), line.states(), line.source()))
                                        .toList()));
    }

    private static String kind(FigureLine line) {
        return switch (line) {
            case FigureLine.Counted counted -> counted.figure().meaning().kind().name().toLowerCase(Locale.ROOT);
            case FigureLine.Share share -> "`" + share.part().word() + "` of `" + share.whole().word() + "`";
            case FigureLine.Set set -> "set: `" + set.parameter().key() + "`";
            case FigureLine.Catalogue _ -> "catalogue";
        };
    }
}
