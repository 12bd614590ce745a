package org.chongshan.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Envelope;

/**
 * At its scheduled time begins something in every subdistrict. The ids come from the scheduled day, so a schedule that
 * fires twice begins it once.
 */
final class Scheduled implements Function<InputStream, byte[]> {
    private final FunctionSpec.Schedule function;
    private final List<String> subdistricts;
    private final Mail mail;
    private final InstantSource clock;

    Scheduled(FunctionSpec.Schedule function, List<String> subdistricts, Mail mail, InstantSource clock) {
        this.function = function;
        this.subdistricts = subdistricts;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream schedule) {
        var at = LambdaPayload.scheduledAt(schedule);
        var day = WorkingDays.dayOf(at);
        var opening = function.opening();
        var now = clock.instant();
        var isOver = opening.isOfItsDayAlone() && day.isBefore(WorkingDays.dayOf(now));
        var opened = (isOver ? List.<String>of() : subdistricts).stream().map(subdistrict -> {
            var id = function.name() + "." + day + "." + subdistrict;
            return Envelope.beginning(id, "/functions/" + function.name(), function.name() + "/" + day, at,
                    opening.in(subdistrict, day), function.name(), subdistrict, now);
        }).toList();
        if (!mail.send(opened).isEmpty()) {
            throw new IllegalStateException("not every subdistrict was told; the scheduler tries again");
        }
        return ("{\"opened\":" + opened.size() + "}").getBytes(StandardCharsets.UTF_8);
    }
}
