package org.chongshan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The file that stands for a bus. */
class OutboundLogTest {
    @Test
    void each_event_is_a_line_and_those_of_an_earlier_run_stay(@TempDir Path data) {
        new OutboundLog(data).take("T", "{\"id\":\"E-1\"}");
        var log = new OutboundLog(data);
        log.take("T", "{\"id\":\"E-2\"}");
        assertThat(log.lines()).containsExactly("{\"id\":\"E-1\"}", "{\"id\":\"E-2\"}");
    }

    @Test
    void a_line_the_process_died_in_is_no_line_and_spoils_none(@TempDir Path data) throws Exception {
        var log = new OutboundLog(data);
        log.take("T", "{\"id\":\"E-1\"}");
        Files.writeString(data.resolve(OutboundLog.FILE), "{\"id\":\"E-2\",\"data\":{", StandardOpenOption.APPEND);
        assertThat(log.lines()).containsExactly("{\"id\":\"E-1\"}");
        log.take("T", "{\"id\":\"E-2\"}");
        assertThat(log.lines()).containsExactly("{\"id\":\"E-1\"}", "{\"id\":\"E-2\"}");
    }
}
