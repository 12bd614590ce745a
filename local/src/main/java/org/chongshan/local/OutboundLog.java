package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.shell.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * What goes out to other departments, in place of a bus: a file to which each public event is added as a line, one CloudEvents
 * document. A line that was begun and not finished when the process died is ended, and its event comes again.
 */
public final class OutboundLog implements Outlet {
    /** Its name in the data folder. */
    public static final String FILE = "outbound.jsonl";
    private static final byte NEW_LINE = '\n';

    private final @Nullable Path file;
    private final List<String> inMemory = new ArrayList<>();

    /** A log in this folder; in memory when there is none. */
    OutboundLog(@Nullable Path data) {
        file = data == null ? null : data.resolve(FILE);
    }

    @Override
    public synchronized void take(String type, String cloudEvent) {
        if (file == null) {
            inMemory.add(cloudEvent);
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            var end = channel.size();
            var line = isWhole(channel, end) ? cloudEvent + "\n" : "\n" + cloudEvent + "\n";
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWhole(FileChannel channel, long end) throws IOException {
        if (end == 0) {
            return true;
        }
        var last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == NEW_LINE;
    }

    /** All lines, in the order they came in. */
    public synchronized List<String> lines() {
        try {
            return file == null ? List.copyOf(inMemory) : Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
