package org.chongshan.bureau.figure;

import org.chongshan.core.Figure;
import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** A line of the table of figures. */
public sealed interface FigureLine {
    /** Its name. */
    String word();

    /** The programme it is of. */
    Programme programme();

    /** Of what. */
    String unit();

    /** What it says, in one sentence. */
    String states();

    /** The source's own words; empty where it has none. */
    String source();

    /** What records count for. */
    record Counted(Figure figure) implements FigureLine {
        @Override
        public String word() {
            return figure.word();
        }

        @Override
        public Programme programme() {
            return figure.programme();
        }

        @Override
        public String unit() {
            return figure.meaning().unit();
        }

        @Override
        public String states() {
            return figure.meaning().counts();
        }

        @Override
        public String source() {
            return figure.meaning().source();
        }
    }

    /** What part one figure is of another; both are shown with it. */
    record Share(String word, Programme programme, Figure part, Figure whole, String states,
            String source) implements FigureLine {
        @Override
        public String unit() {
            return "share";
        }
    }

    /** A number the policy sets, as it was on the last day that counts; its edition is shown with it. */
    record Set(String word, Parameter parameter, String states, String source) implements FigureLine {
        @Override
        public Programme programme() {
            return parameter.programme();
        }

        @Override
        public String unit() {
            return "set by the policy";
        }
    }

    /**
     * What the catalogue of what is paid by the piece holds on that day; the edition of the policy is shown with it.
     *
     * @param groups whether its groups are counted, and not its items
     */
    record Catalogue(String word, Programme programme, boolean groups, String states,
            String source) implements FigureLine {
        @Override
        public String unit() {
            return groups ? "groups" : "items";
        }
    }
}
