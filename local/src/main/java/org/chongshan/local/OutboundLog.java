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
 * document. A line that was begun and not finished when the process died is no line; its event comes again.
 */
public final class OutboundLog implements Outlet {
    /** Its name in the data folder. */
    public static final String FILE = "outbound.jsonl";
    private static final byte NEW_LINE = '\n';

    private final @Nullable Path file;
    private final List<String> inMemory = new ArrayList<>();

    /** A log in this folder; in memory when there is none. */
    public OutboundLog(@Nullable Path data) {
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
            channel.truncate(endOfLines(channel));
            channel.position(channel.size());
            var line = ByteBuffer.wrap((cloudEvent + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Behind the last line that is whole. */
    private static long endOfLines(FileChannel channel) throws IOException {
        var end = channel.size();
        for (var last = ByteBuffer.allocate(1); end > 0; end--) {
            channel.read(last.clear(), end - 1);
            if (last.get(0) == NEW_LINE) {
                return end;
            }
        }
        return 0;
    }

    /** All lines that are whole, in the order they came in. */
    public synchronized List<String> lines() {
        if (file == null) {
            return List.copyOf(inMemory);
        }
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf(NEW_LINE) + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
