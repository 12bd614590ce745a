package org.chongshan.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.chongshan.events.Basis;
import org.chongshan.events.Confidential;
import org.chongshan.events.DisclosureEvent;
import org.chongshan.events.Envelope;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.RecordsSearched;
import org.chongshan.events.Role;
import org.chongshan.shell.Http.Caller;

/**
 * States who takes what away, or searches for it, before it leaves: what cannot be stated does not leave. Whoever dies after it has stated more than
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
        var export = "E-" + idOf(request);
        var now = clock.instant();
        state(rows.entrySet().stream().map(of -> {
            var id = export + "." + of.getKey();
            return begun(export, new RecordsExported(id, caller.role(), asked, of.getValue()), caller, of.getKey(),
                    now);
        }).toList());
        return now;
    }

    /**
     * A search of one message.
     *
     * @param rows how many records were found, by subdistrict
     */
    record Search(Basis basis, Confidential purpose, Map<String, Integer> rows) {}

    /**
     * What was found is about to be told.
     *
     * @param request  what the gateway calls the request, in its log too
     * @param asked    path
     * @param searches in their order
     * @param seal     of what is for readers alone
     * @return the first part of the ids of what was stated
     * @throws Problem.Occurrence when that could not be stated of each
     */
    String searched(Caller caller, String request, String asked, List<Search> searches, Seal seal) {
        var search = "S-" + idOf(request);
        var now = clock.instant();
        var stated = new ArrayList<Envelope>();
        for (int i = 0; i < searches.size(); i++) {
            var one = searches.get(i);
            var number = search + "." + (i + 1);
            one.rows.forEach((subdistrict, rows) -> stated.add(seal.seal(begun(search,
                    new RecordsSearched(number + "." + subdistrict, caller.role(), asked, one.basis, one.purpose, rows),
                    caller, subdistrict, now))));
        }
        state(stated);
        return search;
    }

    private static String idOf(String request) {
        return request.replaceAll(NOT_OF_AN_ID, "");
    }

    private Envelope begun(String concerning, DisclosureEvent event, Caller caller, String subdistrict, Instant now) {
        return Envelope.beginning(event.disclosure(), "/functions/" + function, function + "/" + concerning, now, event,
                caller.subject(), subdistrict, now);
    }

    private void state(List<Envelope> statements) {
        if (!mail.get().send(statements).isEmpty()) {
            throw Problem.NOT_STATED.occurrence();
        }
    }
}
