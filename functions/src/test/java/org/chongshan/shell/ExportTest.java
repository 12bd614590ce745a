package org.chongshan.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What stands in a file: every text as it was, and none of it a formula. XLSX is read by another's library than wrote it. */
class ExportTest {
    private static final String NUMBER = "320602196001010006";
    private static final Columns COLUMNS = Columns.of(List.of("id", "person.name", "person.number", "fen", "list"));

    private static byte[] file(Format format, Object... rows) {
        return Export.of(format, COLUMNS, export -> Arrays.stream(rows).forEach(export::add));
    }

    private static Map<String, Object> row(Object id, Object name, Object number, Object fen, Object list) {
        return Map.of("id", id, "person", Map.of("name", name, "number", number), "fen", fen, "list", list);
    }

    private static List<List<String>> csv(byte[] file) throws IOException {
        var rows = new ArrayList<List<String>>();
        var text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (var reader = CsvReader.builder().ofCsvRecord(text.substring(1))) {
            for (CsvRecord one : reader) {
                rows.add(one.getFields());
            }
        }
        return rows;
    }

    private static String cell(String text) throws IOException {
        return csv(file(Format.CSV, Map.of("id", text, "fen", 1))).get(1).getFirst();
    }

    private static List<List<@Nullable Cell>> xlsx(byte[] file) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var rows = new ArrayList<List<@Nullable Cell>>();
            for (var row : book.getSheetAt(0)) {
                var cells = new ArrayList<@Nullable Cell>();
                for (int column = 0; column < COLUMNS.names().size(); column++) {
                    cells.add(row.getCell(column));
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    @Test
    void a_csv_has_a_mark_of_byte_order_a_head_and_a_row_for_each_object() throws IOException {
        assertThat(csv(file(Format.CSV, row("H-1", "葛美云", NUMBER, 300_000, List.of("A", "B")), Map.of("id", "H-2"))))
                .containsExactly(COLUMNS.names(), List.of("H-1", "葛美云", "'" + NUMBER, "300000", "[\"A\",\"B\"]"),
                        List.of("H-2", "", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠1",
            "320602196001010006", "007", "1234567890123456", "12E5", "'quoted"})
    void what_a_spreadsheet_would_take_for_something_else_has_an_apostrophe_before_it_in_a_csv(String text)
            throws IOException {
        assertThat(cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"320613001", "2023-03-02", "2023-03-02T04:00:00Z", "0", "H-1", "***", "a=b", "a\"b,c",
            "true"})
    void all_else_stands_there_as_it_is(String text) throws IOException {
        assertThat(cell(text)).isEqualTo(text);
    }

    @Test
    void a_number_with_a_sign_is_a_number() throws IOException {
        assertThat(csv(file(Format.CSV, Map.of("id", -5, "fen", -0.5))).get(1)).startsWith("-5").contains("-0.5");
    }

    @Property
    void any_text_survives_a_csv_but_for_one_apostrophe_and_begins_no_formula(
            @ForAll @Chars({'=', '+', '-', '@', '\t', '\r', '\n', '\'', '"', ',', ';', '0', '1', 'E',
                    '＝'}) @StringLength(max = 3) String start,
            @ForAll @StringLength(max = 40) String text) throws IOException {
        var whole = new String((start + text).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var cell = cell(whole);
        assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(whole);
        assertThat(cell).doesNotMatch("[=+\\-@\t\r\n＝＋－＠][\\s\\S]*");
    }

    @Test
    void in_an_xlsx_texts_are_texts_and_numbers_numbers() throws IOException {
        var rows = xlsx(file(Format.XLSX, row("=1+1", "葛美云 <&> \"x\"", NUMBER, 300_000, List.of("A")),
                row("H-2", "", "007", 1L << 60, List.of()), Map.of("id", "H-3", "fen", -0.125)));
        assertThat(rows.getFirst()).extracting(Cell::getStringCellValue).isEqualTo(COLUMNS.names());
        assertThat(rows.get(1).subList(0, 3)).extracting(Cell::getCellType).containsOnly(CellType.STRING);
        assertThat(rows.get(1).subList(0, 3)).extracting(Cell::getStringCellValue).containsExactly("=1+1",
                "葛美云 <&> \"x\"", NUMBER);
        assertThat(rows.get(1).get(3).getNumericCellValue()).isEqualTo(300_000);
        assertThat(rows.get(1).get(4).getStringCellValue()).isEqualTo("[\"A\"]");
        assertThat(rows.get(2).get(2).getStringCellValue()).isEqualTo("007");
        assertThat(rows.get(2).get(3).getStringCellValue()).as("more than a double holds")
                .isEqualTo("1152921504606846976");
        assertThat(rows.get(3).get(1)).isNull();
        assertThat(rows.get(3).get(3).getNumericCellValue()).isEqualTo(-0.125);
    }

    @Property(tries = 100)
    void any_text_is_a_text_in_an_xlsx(@ForAll @StringLength(max = 40) String text) throws IOException {
        var cell = xlsx(file(Format.XLSX, Map.of("id", "a" + text, "fen", 1))).get(1).getFirst();
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).startsWith("a");
    }

    @Test
    void a_text_longer_than_a_cell_of_an_xlsx_is_said_to_be_in_the_csv_and_is_there() throws IOException {
        var longest = "x".repeat(XlsxTable.MOST_CHARACTERS);
        assertThat(xlsx(file(Format.XLSX, Map.of("id", longest))).get(1).getFirst().getStringCellValue())
                .isEqualTo(longest);
        assertThat(xlsx(file(Format.XLSX, Map.of("id", longest + "x"))).get(1).getFirst().getStringCellValue())
                .isEqualTo(XlsxTable.TOO_LONG);
        assertThat(cell(longest + "x")).hasSize(XlsxTable.MOST_CHARACTERS + 1);
    }

    @Test
    void more_rows_or_bytes_than_an_answer_holds_are_no_file_and_reading_ends_there() throws IOException {
        var one = Map.of("id", "H-1");
        for (var format : Format.values()) {
            assertThat(Export.of(format, COLUMNS, export -> times(Export.MOST_ROWS, export, one))).isNotEmpty();
            assertThatThrownBy(() -> Export.of(format, COLUMNS, export -> times(Export.MOST_ROWS + 1, export, one)))
                    .isInstanceOf(Problem.Occurrence.class).hasMessage(Problem.EXPORT_TOO_LARGE.detail());
        }
        var read = new int[1];
        assertThatThrownBy(() -> Export.of(Format.CSV, COLUMNS, export -> {
            for (; read[0] < 1_000; read[0]++) {
                export.add(Map.of("id", "x".repeat(10_000)));
            }
        })).isInstanceOf(Problem.Occurrence.class);
        assertThat(read[0]).as("rows of 10 kB").isBetween(400, 450);
    }

    private static void times(int rows, Export export, Object row) {
        for (int i = 0; i < rows; i++) {
            export.add(row);
        }
    }

    private record Inner(String word, @Nullable Long fen) {}

    private record Outer(String id, Personal name, IdentityNumber number, Inner first, List<Inner> more,
            TreeMap<String, Long> sums, @Nullable Outer within) {}

    @Test
    void columns_follow_from_the_record_type_in_its_order_whatever_is_there() {
        assertThat(Columns.of(List.of("key"), "state", Outer.class).names()).containsExactly("key", "state.id",
                "state.name", "state.number", "state.first.word", "state.first.fen", "state.more", "state.sums",
                "state.within");
    }

    @Test
    void every_collection_has_as_many_columns_as_a_sheet_holds_and_none_twice() {
        assertThat(Topology.collections()).isNotEmpty()
                .allSatisfy((Collection<?, ?> collection) -> assertThat(Shown.summaryColumns(collection).names())
                        .doesNotHaveDuplicates().contains("key", "status", "state.id").hasSizeLessThan(16_384));
    }
}
