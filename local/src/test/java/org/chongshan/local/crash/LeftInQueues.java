package org.chongshan.local.crash;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a platform that has stopped left in the store of its queues. */
final class LeftInQueues {
    private LeftInQueues() {}

    /** Read from the queues' store, with no engine on it: whatever waits there, or lies among the dead letters. */
    static List<String> of(Path folder) throws SQLException {
        var left = new ArrayList<String>();
        for (var file : List.of("queues", "queues-left")) {
            try (var store = DriverManager
                    .getConnection("jdbc:h2:" + folder.toAbsolutePath().resolve(file) + ";MAX_COMPACT_TIME=0", "", "");
                    var sql = store.createStatement()) {
                for (var table : tables(sql)) {
                    try (var rows = sql.executeQuery("select count(*) from \"" + table + "\"")) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            left.add(rows.getLong(1) + " in " + table);
                        }
                    }
                }
            }
        }
        return left;
    }

    private static List<String> tables(Statement sql) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = sql.executeQuery("select table_name from information_schema.tables where "
                + "lower(table_name) like 'message_%' or lower(table_name) = 'left_message'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
