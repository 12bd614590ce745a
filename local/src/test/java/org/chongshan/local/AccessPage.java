package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code docs/access.md} as a reader of it understands it: what is promised, stated apart from the code that keeps it.
 *
 * @param roles   all, in the page's order
 * @param posting by event, without {@code org.chongshan.}, then by role: {@code own}, {@code all} or empty
 * @param reading by collection, then by role: the same, with {@code , names} or {@code , masked} behind
 * @param emitted events nobody may post
 */
public record AccessPage(List<String> roles, Map<String, Map<String, String>> posting,
        Map<String, Map<String, String>> reading, List<String> emitted) {

    public static AccessPage published() {
        var roles = new ArrayList<String>();
        var tables = List.of(new LinkedHashMap<String, Map<String, String>>(),
                new LinkedHashMap<String, Map<String, String>>());
        var emitted = new ArrayList<String>();
        var table = -1;
        try {
            for (var line : Files.readAllLines(Path.of("../docs/access.md"))) {
                if (line.startsWith("- `")) {
                    emitted.add(unquoted(line.substring(2)));
                } else if (line.startsWith("| event ") || line.startsWith("| collection ")) {
                    table++;
                    roles.clear();
                    roles.addAll(cells(line).subList(1, cells(line).size()));
                } else if (line.startsWith("| `")) {
                    var cells = cells(line);
                    var row = new LinkedHashMap<String, String>();
                    roles.forEach(role -> row.put(role, cells.get(1 + roles.indexOf(role))));
                    tables.get(table).put(unquoted(cells.getFirst()), row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AccessPage(List.copyOf(roles), tables.getFirst(), tables.getLast(), emitted);
    }

    /** Whether a role is bound to one subdistrict, wherever it may do anything at all. */
    public boolean isLocal(String role) {
        return posting.values().stream().anyMatch(row -> row.get(role).startsWith("own"))
                || reading.values().stream().anyMatch(row -> row.get(role).startsWith("own"));
    }

    private static List<String> cells(String line) {
        var cells = line.split("\\|", -1);
        return Arrays.stream(cells).skip(1).limit(cells.length - 2).map(String::strip).toList();
    }

    private static String unquoted(String cell) {
        return cell.substring(1, cell.length() - 1);
    }
}
