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
     * @throws Unreadable when a parameter says nothing it knows, with what it knows
     */
    Object of(String name, Map<String, String> parameters, List<S> records, Policy policy);

    /** The columns of its {@link #rows}, in their order: paths into a row, with dots between. */
    List<String> columns();

    /** The same table as rows, for spreadsheets; each a value by the path of its column. */
    List<Map<String, Object>> rows(String name, Map<String, String> parameters, List<S> records, Policy policy);

    /** A parameter says nothing the sheet knows. */
    final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final String parameter;
        private final Should should;
        private final transient List<String> known;

        /** What the parameter should be. */
        public enum Should {
            /** A day, such as 2023-12-31. */
            BE_A_DAY,
            /** A day of the year the sheet is of. */
            BE_OF_THE_YEAR,
            /** One of those that are known. */
            BE_ONE_OF
        }

        /**
         * What was asked amiss.
         *
         * @param known what there is, in order; none where it should not be one of them
         */
        public Unreadable(String parameter, Should should, List<String> known) {
            super(parameter + " should " + Word.of(should).replace('-', ' ') + " " + String.join(", ", known));
            this.parameter = parameter;
            this.should = should;
            this.known = known;
        }

        /** Its name. */
        public String parameter() {
            return parameter;
        }

        /** What it should be. */
        public Should should() {
            return should;
        }

        /** What there is, where it should be one of them. */
        public List<String> known() {
            return known;
        }
    }
}
