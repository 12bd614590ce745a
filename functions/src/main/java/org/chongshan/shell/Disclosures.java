package org.chongshan.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.chongshan.events.Envelope;
import org.chongshan.events.RecordsExported;
import org.chongshan.shell.Http.Caller;

/**
 * States who takes what away before it leaves: what cannot be stated does not leave. Whoever dies after it has stated more than
 * left, and never less.
 *
 * @param mail     comes into being with the first of them: most reads take nothing away
 * @param function the name of what answers
 */
record Disclosures(Supplier<Mail> mail, String function, InstantSource clock) {
    /**
     * A file is about to leave.
     *
     * @param asked path and parameters
     * @param rows  how many, by subdistrict
     * @return when
     * @throws Problem.Occurrence when that could not be stated of each
     */
    Instant exported(Caller caller, String asked, Map<String, Integer> rows) {
        var export = UUID.randomUUID().toString();
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
