package org.chongshan.events;

/** What leaves the bureau, or is told to others: stated by whatever answers, before it answers. The platform's own events. */
public sealed interface DisclosureEvent extends Event permits RecordsExported, RecordsSearched {
    /** Id of the statement. */
    String disclosure();

    /** The role it was read as. */
    Role reader();
}
