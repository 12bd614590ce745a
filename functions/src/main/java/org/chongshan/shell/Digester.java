package org.chongshan.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.Status;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.DigestEvent;
import org.chongshan.events.DigestEvent.DueStated;
import org.chongshan.events.DigestEvent.Line;
import org.chongshan.events.Envelope;
import org.chongshan.events.Heading;
import org.chongshan.events.Sha256;
import org.chongshan.events.Worded;
import org.chongshan.events.json.EventJson;
import org.chongshan.shell.Records.Range;
import org.jspecify.annotations.Nullable;

/**
 * Each morning counts what stands in the lists of one programme that are told, and sends every subdistrict where something does
 * one event for its digest. It reads the list index alone: what it costs grows with what is told, and not with what is stored.
 *
 * <p>
 * Lists say how things stand now, and at no other time. So a call that comes when its day is over tells nothing; and a call made
 * twice may see two things, which bear two ids: the digest takes the first.
 */
final class Digester implements Function<InputStream, byte[]> {
    private static final int ID_DIGITS = 16;

    private final Digest function;
    private final List<Collection<?, ?>> collections;
    private final List<String> subdistricts;
    private final Records records;
    private final Mail mail;
    private final InstantSource clock;

    Digester(Digest function, List<Collection<?, ?>> collections, List<String> subdistricts, Records records, Mail mail,
            InstantSource clock) {
        this.function = function;
        this.collections = collections;
        this.subdistricts = subdistricts;
        this.records = records;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream schedule) {
        var at = LambdaPayload.scheduledAt(schedule);
        var day = WorkingDays.dayOf(at);
        var now = clock.instant();
        var told = day.equals(WorkingDays.dayOf(now))
                ? subdistricts.stream().map(subdistrict -> stated(subdistrict, day, at, now)).filter(Objects::nonNull)
                        .toList()
                : List.<Envelope>of();
        if (!mail.send(told).isEmpty()) {
            throw new IllegalStateException("not every subdistrict was told; the call comes again");
        }
        return ("{\"told\":" + told.size() + "}").getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable Envelope stated(String subdistrict, LocalDate day, Instant at, Instant now) {
        var lines = new ArrayList<Line>();
        for (var collection : collections) {
            collection.inDigest().forEach(
                    (list, heading) -> line(collection, list, heading, subdistrict, day).ifPresent(lines::add));
        }
        if (lines.isEmpty()) {
            return null;
        }
        var stated = new DueStated(day + "." + subdistrict, function.programme(), now, lines);
        var says = HexFormat.of().formatHex(Sha256.of(EventJson.writeValue(stated))).substring(0, ID_DIGITS);
        return Envelope.beginning(function.name() + "." + stated.digest() + "." + says, "/functions/" + function.name(),
                function.name() + "/" + day, at, stated, function.name(), subdistrict, now);
    }

    private Optional<Line> line(Collection<?, ?> collection, Worded list, Heading heading, String subdistrict,
            LocalDate day) {
        var isStatus = list instanceof Status;
        var until = switch (heading) {
            case DUE_TODAY -> afterThe(day);
            case EXPIRING -> afterThe(day.plusDays(Digest.EXPIRING_DAYS));
            case OVERDUE, BREACHED -> null;
        };
        var from = until == null ? null : afterThe(day.minusDays(1));
        var standing = records.standing(TableShape.scope(collection.name(), subdistrict, isStatus ? null : list.word()),
                Range.of(isStatus ? list.word() : null, from, until), DigestEvent.MOST_NAMED);
        if (standing.count() == 0) {
            return Optional.empty();
        }
        var where = "/v1/" + collection.path() + "?subdistrict=" + subdistrict + (isStatus ? "&status=" : "&list=")
                + list.word() + (until == null ? "" : "&from=" + from + "&until=" + until);
        return Optional.of(new Line(heading, where, standing.count(),
                collection.readers().containsAll(Digest.READERS) ? standing.first() : List.of()));
    }

    /** The place in an order of instants or days behind all that a day holds, its last moment too. */
    private static String afterThe(LocalDate day) {
        return WorkingDays.endOf(day).plusSeconds(1).toString();
    }
}
