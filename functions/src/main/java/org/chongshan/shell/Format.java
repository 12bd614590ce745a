package org.chongshan.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Stream;

import org.chongshan.core.Word;
import org.jspecify.annotations.Nullable;

/** What a list, a sheet or a journal is taken away as. */
enum Format {
    /** For any program. */
    CSV("text/csv; charset=utf-8; header=present") {
        @Override
        Table table(OutputStream out) throws IOException {
            return new CsvTable(out);
        }
    },
    /** For spreadsheets. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        Table table(OutputStream out) {
            return new XlsxTable(out);
        }
    };

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** A table that is written there. */
    abstract Table table(OutputStream out) throws IOException;

    String mediaType() {
        return mediaType;
    }

    /** What it is asked for by, and what the file's name ends in. */
    String word() {
        return Word.of(this);
    }

    static Stream<String> words() {
        return Arrays.stream(values()).map(Format::word);
    }

    /** The one of that word; null for none. */
    static @Nullable Format of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findAny().orElse(null);
    }
}
