package org.chongshan.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.chongshan.events.json.EventJson;

/**
 * A file in the making: rows are written as they are read, and what is held is the file alone. One that would not fit into an
 * answer is given up as soon as that shows.
 */
final class Export {
    /** What is read and written within the time of one answer. */
    static final int MOST_ROWS = 20_000;
    /** Lambda answers 6 MB (Lambda Developer Guide, "Quotas"); in Base64 this is 5.6. */
    static final int MOST_BYTES = 4 << 20;

    private final Columns columns;
    private final Bounded out = new Bounded();
    private final Table table;
    private int rows;

    /** What fills it. */
    interface Filling {
        void into(Export export);
    }

    private Export(Format format, Columns columns) throws IOException {
        this.columns = columns;
        table = format.table(out);
        table.head(columns.names());
    }

    /**
     * The file.
     *
     * @throws Problem.Occurrence when it would be too large
     */
    static byte[] of(Format format, Columns columns, Filling filling) {
        try {
            var export = new Export(format, columns);
            filling.into(export);
            export.table.close();
            return export.out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more row: an object as it is shown. */
    void add(Object shown) {
        if (rows == MOST_ROWS) {
            throw Problem.EXPORT_TOO_LARGE.occurrence();
        }
        rows++;
        try {
            table.row(columns.cells(EventJson.tree(shown)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are so far. */
    int rows() {
        return rows;
    }

    private static final class Bounded extends ByteArrayOutputStream {
        @Override
        public void write(int one) {
            leavesRoomFor(1);
            super.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            leavesRoomFor(length);
            super.write(bytes, from, length);
        }

        private void leavesRoomFor(int more) {
            if (count + more > MOST_BYTES) {
                throw Problem.EXPORT_TOO_LARGE.occurrence();
            }
        }
    }
}
