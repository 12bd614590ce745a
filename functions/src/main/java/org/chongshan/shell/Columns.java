package org.chongshan.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.events.Sealable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The columns of a table made of JSON objects: each is named by the path it is read at, with dots between. They follow from what
 * is asked for and never from what is there, so that two tables of one kind have the same ones.
 */
record Columns(List<String> names, List<JsonPointer> paths) {
    static Columns of(List<String> names) {
        return new Columns(List.copyOf(names),
                names.stream().map(name -> JsonPointer.compile("/" + name.replace('.', '/'))).toList());
    }

    /** These, and every component of a record below {@code member}; what is no record itself stands in one cell. */
    static Columns of(List<String> names, String member, Class<?> type) {
        return of(Stream.concat(names.stream(), components(type, member, Set.of()).stream()).toList());
    }

    private static List<String> components(Class<?> type, String path, Set<Class<?>> above) {
        if (!type.isRecord() || Sealable.class.isAssignableFrom(type) || above.contains(type)) {
            return List.of(path);
        }
        var within = Stream.concat(above.stream(), Stream.of(type)).collect(Collectors.toSet());
        var all = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            all.addAll(components(component.getType(), path + "." + component.getName(), within));
        }
        return all;
    }

    /** What stands in each; where there is nothing, a missing node. */
    List<JsonNode> cells(JsonNode row) {
        return paths.stream().map(row::at).toList();
    }
}
