package org.chongshan.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;

/**
 * Office Open XML, one sheet. A text is a cell of text whatever it looks like: no formula, and no digit is lost. A number is one
 * where a spreadsheet holds it exactly, and a text beyond.
 */
final class XlsxTable implements Table {
    /** The largest number beside which none is missing in a double. */
    private static final long MOST_EXACT = 1L << 53;
    /** Characters of a cell; Excel, "Specifications and limits". */
    static final int MOST_CHARACTERS = 32_767;
    static final String TOO_LONG = "(longer than a cell here: read it as CSV)";
    /** Rows that are held before they are written. */
    private static final int HELD = 200;
    private static final String APPLICATION = "Chongshan";
    private static final String VERSION = "1.0";

    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    XlsxTable(OutputStream out) {
        book = new Workbook(out, APPLICATION, VERSION);
        sheet = book.newWorksheet("1");
    }

    @Override
    public void head(List<String> names) throws IOException {
        for (int column = 0; column < names.size(); column++) {
            sheet.inlineString(0, column, names.get(column));
        }
        sheet.freezePane(0, 1);
        next();
    }

    @Override
    public void row(List<JsonNode> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (isExact(cell)) {
                sheet.value(rows, column, cell.numberValue());
            } else if (!cell.isMissingNode() && !cell.isNull()) {
                var text = Table.text(cell);
                sheet.inlineString(rows, column, text.length() > MOST_CHARACTERS ? TOO_LONG : text);
            }
        }
        next();
    }

    private static boolean isExact(JsonNode cell) {
        return cell.isFloat() || cell.isDouble()
                || cell.isIntegralNumber() && cell.canConvertToLong() && Math.abs(cell.longValue()) <= MOST_EXACT;
    }

    private void next() throws IOException {
        rows++;
        if (rows % HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
