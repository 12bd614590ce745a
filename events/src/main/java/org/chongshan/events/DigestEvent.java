package org.chongshan.events;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What makes up the digest of one morning in one subdistrict: the platform's own events, about the lists of any programme.
 */
public sealed interface DigestEvent extends Event {
    /** Ids a line names at most; what is beyond is read where the line says. */
    int MOST_NAMED = 10;

    /** Id of the digest: day and subdistrict, with a dot between. */
    String digest();

    /**
     * What a programme's lists hold this morning that somebody has to see to.
     *
     * @param seenAt when they were read
     */
    record DueStated(@Id String digest, Programme programme, Instant seenAt,
            @Size(min = 1, max = 100) List<@Valid Line> lines) implements DigestEvent {}

    /** The hour has come at which a morning's digest is stated. */
    record DigestHourCame(@Id String digest) implements DigestEvent {}

    /**
     * One list.
     *
     * @param where address at which all of it is read, by whoever reads the collection
     * @param count how many stand in it
     * @param first ids of the first of them, in the list's order; none where not every reader of digests reads the collection
     */
    record Line(Heading heading, @Size(max = 300) @Pattern(regexp = WHERE) String where, @Min(1) long count,
            @Size(max = MOST_NAMED) List<@Pattern(regexp = Id.PATTERN) String> first) {

        /** A list's address on the face. */
        public static final String WHERE = "^/v1/[A-Za-z0-9?&=:.-]+$";
    }
}
