package org.chongshan.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import tools.jackson.databind.JsonNode;

/**
 * RFC 4180 in UTF-8, with the mark of byte order by which spreadsheets know it. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it (OWASP, "CSV Injection"), and so does one whose digits it would lose by taking it for a number, as
 * it would an identity number's. One that begins with an apostrophe gets another: whoever takes one away has every text back.
 */
final class CsvTable implements Table {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String APOSTROPHE = "'";
    /** What a formula begins with, in full width too; a line break would let the next line begin with one. */
    private static final String FORMULA = "[=+\\-@\t\r\n＝＋－＠]";
    /** A spreadsheet's number has 15 digits, no zeros before it, and an exponent where there is an E. */
    private static final String LOSES = "0[0-9]+|[0-9]{16,}|[0-9]+[eE][0-9]+";
    private static final Pattern GUARDED = Pattern.compile("(?:" + FORMULA + "|" + APOSTROPHE + ")[\\s\\S]*|" + LOSES);

    private final CsvWriter out;

    CsvTable(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        this.out = CsvWriter.builder().quoteStrategy(QuoteStrategies.REQUIRED).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void head(List<String> names) {
        out.writeRecord(names);
    }

    @Override
    public void row(List<JsonNode> cells) {
        out.writeRecord(cells.stream().map(CsvTable::cell).toList());
    }

    /** A number is what it is: that it begins with a sign makes no formula of it. */
    private static String cell(JsonNode cell) {
        return cell.isNumber() ? Table.text(cell) : guarded(Table.text(cell));
    }

    /** A text as it stands in a cell. */
    static String guarded(String text) {
        return GUARDED.matcher(text).matches() ? APOSTROPHE + text : text;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
