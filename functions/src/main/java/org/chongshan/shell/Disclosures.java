package org.chongshan.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.chongshan.events.Envelope;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.Role;
import org.chongshan.shell.Http.Caller;

/**
 * States who takes what away before it leaves: what cannot be stated does not leave. Whoever dies after it has stated more than
 * left, and never less.
 *
 * @param mail     comes into being with the first of them: most reads take nothing away
 * @param function the name of what answers
 * @param readers  who reads what is stated
 */
record Disclosures(Supplier<Mail> mail, String function, InstantSource clock, Set<Role> readers) {

    /** The gateway's ids end in padding of Base64, or are UUIDs. */
    private static final String NOT_OF_AN_ID = "[^A-Za-z0-9_-]";

    /**
     * A file is about to leave.
     *
     * @param request what the gateway calls the request, in its log too
     * @param asked   path and parameters
     * @param rows    how many, by subdistrict
     * @return when
     * @throws Problem.Occurrence when that could not be stated of each
     */
    Instant exported(Caller caller, String request, String asked, Map<String, Integer> rows) {
        var export = "E-" + request.replaceAll(NOT_OF_AN_ID, "");
        var now = clock.instant();
        var stated = rows.entrySet().stream().map(of -> {
            var id = export + "." + of.getKey();
            return Envelope.beginning(id, "/functions/" + function, function + "/" + export, now,
                    new RecordsExported(id, caller.role(), asked, of.getValue()), caller.subject(), of.getKey(), now);
        }).toList();
        if (!mail.get().send(stated).isEmpty()) {
            throw Problem.NOT_STATED.occurrence();
        }
        return now;
    }
}
