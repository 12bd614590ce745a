package org.chongshan.shell;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** A table that is written row by row and never held as a whole; closed, its file is complete. */
interface Table extends Closeable {
    /** Its first row. */
    void head(List<String> names) throws IOException;

    /** A row: texts, numbers, nothing; what is a list or an object stands there as JSON text. */
    void row(List<JsonNode> cells) throws IOException;

    /** What a cell says as text. */
    static String text(JsonNode cell) {
        return cell.isContainer() ? cell.toString() : cell.asString("");
    }
}
