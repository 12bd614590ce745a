package org.chongshan.local.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a replay has come, kept in a file: whoever stops it, however, goes on from there. A step that was half done is done
 * again, which its ids make harmless.
 *
 * @param options of the replay it belongs to
 * @param steps   that are done
 * @param at      the time of the last of them; null before the first
 */
record Progress(District.Options options, int steps, @Nullable Instant at) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the file says; nothing done when there is none. */
    static Progress in(Path file, District.Options options) {
        try {
            if (!Files.exists(file)) {
                return new Progress(options, 0, null);
            }
            var progress = JSON.readValue(Files.readString(file), Progress.class);
            if (!progress.options().equals(options)) {
                throw new ReplayFailure("another-replay", file + " belongs to " + progress.options()
                        + "; --again begins anew, --data names another folder");
            }
            return progress;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all. */
    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, JSON.writeValueAsString(this));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
