package org.chongshan.core;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table made of the records of a collection, read beside them under a name of its own: by whoever reads the collection, of the
 * subdistricts they read, in one request.
 */
public interface Sheet<S extends Aggregate> {
    /** What its names look like, as a regular expression; no record's id does. */
    String names();

    /** What may be asked of it besides a subdistrict. */
    Set<String> parameters();

    /**
     * The table.
     *
     * @param name       it was asked for by
     * @param parameters what was asked of it
     * @param records    of the subdistricts that are read, in any order
     * @param policy     every edition
     * @return what is answered
     * @throws IllegalArgumentException when a parameter says nothing it knows, with what it knows
     */
    Object of(String name, Map<String, String> parameters, List<S> records, Policy policy);

    /** The columns of its {@link #rows}, in their order: paths into a row, with dots between. */
    List<String> columns();

    /** The same table as rows, for spreadsheets; each a value by the path of its column. */
    List<Map<String, Object>> rows(String name, Map<String, String> parameters, List<S> records, Policy policy);
}
