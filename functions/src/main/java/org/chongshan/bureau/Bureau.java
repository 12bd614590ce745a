package org.chongshan.bureau;

import java.util.List;

import org.chongshan.bureau.disclosure.DisclosureDecider;
import org.chongshan.bureau.figure.FigureDecider;
import org.chongshan.bureau.figure.YearSheet;
import org.chongshan.bureau.morning.MorningDigestDecider;
import org.chongshan.bureau.morning.MorningDigestHour;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.CountChanged;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;

import static org.chongshan.events.Role.*;

/** The bureau as a whole: what the year shows, what a morning finds, and what leaves it. */
public final class Bureau {
    private Bureau() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.BUREAU, List.of(
            Collection
                    .of(Programme.BUREAU, "figure", "figures", FigureDecider.class, STATION, STREET, DISTRICT, AUDITOR)
                    .takingFromAnywhere(CountChanged.class,
                            "a record that another subdistrict takes over leaves the figures of its own")
                    .readAs(new YearSheet(Figures.LINES)),
            Collection.of(Programme.BUREAU, "disclosure", "disclosures", DisclosureDecider.class, DISTRICT, AUDITOR),
            Collection.of(Programme.BUREAU, "morning-digest", "morning-digests", MorningDigestDecider.class,
                    Digest.READERS.toArray(Role[]::new))),
            // Half an hour after the lists were read.
            List.of(new Schedule(Programme.BUREAU, "morning-digest-hour", "30 7 * * ? *", new MorningDigestHour())));
}
