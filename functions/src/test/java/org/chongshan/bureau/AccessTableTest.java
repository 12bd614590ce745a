package org.chongshan.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Published;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventCatalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/access.md} is what events, roles and topology declare, so that a change of rights is seen in a change of that
 * page. The face is tried against the page, cell by cell, by {@code AccessTest} in {@code local}. A
 * change is published by {@link Published#COMMAND}.
 */
@Tag(Published.TAG)
class AccessTableTest {
    private static final List<Role> ROLES = Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();

    @Test
    void the_published_table_is_what_the_code_declares() {
        Published.file("docs/access.md", generate());
    }

    private static String generate() {
        var out = new StringBuilder(
                """
                        # Who may do what

                        Generated from what event records, roles and topology declare. `own`: in the own subdistrict alone; `all`: in every
                        subdistrict; an empty cell: refused. Whoever reads sees names and identity numbers where it says `names`, and `***` in
                        their place where it says `masked`. Where it says `confided`, somebody reads the records that name them, with names, and of
                        the journal's texts those they wrote; all others answer as if they did not exist. So does what lies outside somebody's
                        subdistrict. Whoever posted an event may always ask what became of it.

                        ## Posting
                        """);
        out.append(head("event"));
        postable().forEach(event -> out.append(row(name(event), ROLES.stream().map(
                role -> Arrays.asList(event.getAnnotation(PostedBy.class).value()).contains(role) ? scope(role) : "")
                .toList())));
        out.append("\n## Reading\n").append(head("collection"));
        Topology.collections().forEach(serves -> {
            out.append(row(serves.path(), ROLES.stream().map(role -> reads(serves, role)).toList()));
        });
        out.append("\n## Emitted by functions alone\n\nNobody may post these.\n\n");
        EventCatalogue.all().stream().filter(event -> !event.isAnnotationPresent(PostedBy.class))
                .forEach(event -> out.append("- `").append(name(event)).append("`\n"));
        return out.toString();
    }

    private static List<Class<? extends Event>> postable() {
        return EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(PostedBy.class))
                .collect(Collectors.toList());
    }

    private static String reads(Collection<?, ?> serves, Role role) {
        return serves.readers().contains(role)
                ? scope(role) + ", " + (serves.seesNames().contains(role) ? "names" : "masked")
                : serves.confiding().contains(role) ? "confided" : "";
    }

    private static String scope(Role role) {
        return role.isLocal() ? "own" : "all";
    }

    private static String name(Class<? extends Event> event) {
        return Event.typeOf(event).replaceFirst("^org\\.chongshan\\.", "");
    }

    private static String head(String what) {
        return "\n| " + what + " | " + ROLES.stream().map(Role::claim).collect(Collectors.joining(" | "))
                + " |\n| --- |" + " --- |".repeat(ROLES.size()) + "\n";
    }

    private static String row(String what, List<String> cells) {
        return "| `" + what + "` | " + String.join(" | ", cells) + " |\n";
    }
}
