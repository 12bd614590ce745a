package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import static org.chongshan.local.programme.Example.of;

/** The register of organisations, as the harnesses know it. */
final class RegisterUnderTest {
    private static final String CODE = "52320613MJA123456J";

    private RegisterUnderTest() {}

    static List<Example> examples() {
        return List.of(of("street", "organisations.TeamIncubated", """
                {"organisation": "O1-?", "name": "舞梦春华", "incubator": "aide", "volunteers": 10, "contact": "杨美云"}"""),
                of("district", "organisations.OrganisationRegistered", registered("O1-?", "菊馨社")),
                of("district", "organisations.OrganisationRegistered", registered("O2-?", "互动互敬")),
                of("district", "organisations.OrganisationDissolved",
                        "{\"organisation\": \"O2-?\", \"grounds\": \"Nobody is left.\"}"));
    }

    private static String registered(String organisation, String name) {
        return """
                {"organisation": "%s", "creditCode": "%s", "kind": "SERVICE_INSTITUTION", "name": "%s",
                 "registeredOn": "2019-06-01", "contact": "杨美云"}""".formatted(organisation, CODE, name);
    }

    /** Teams that become organisations, some of which are dissolved. */
    static List<Supplier<List<Post>>> histories(Pen pen) {
        return pen.streets().stream().<Supplier<List<Post>>>map(street -> () -> organisation(pen, street)).toList();
    }

    private static List<Post> organisation(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var organisation = "O-" + street + "-" + pen.pick(3);
        posts.add(pen.post("organisation/" + organisation, "street", street, "organisations.TeamIncubated", """
                {"organisation": "%s", "name": "舞梦春华", "incubator": "aide", "volunteers": %d, "contact": "x"}"""
                .formatted(organisation, pen.pick(50))));
        for (int i = pen.pick(3); i >= 0; i--) {
            posts.add(pen.post("organisation/" + organisation, "district", street,
                    "organisations.OrganisationRegistered", registered(organisation, "菊馨社 " + i)));
        }
        if (pen.pick(3) == 0) {
            posts.add(
                    pen.post("organisation/" + organisation, "district", street, "organisations.OrganisationDissolved",
                            "{\"organisation\": \"%s\", \"grounds\": \"Nobody is left.\"}".formatted(organisation)));
        }
        return posts;
    }

    static void audit(Books books) {
        books.each("organisation", (organisation, state) -> {
            books.promise(Promise.FACTS);
            books.latest(organisation, Set.of("OrganisationRegistered"))
                    .ifPresent(entry -> books.expect(
                            entry.data().path("name").equals(state.path("entry").path("value").path("name")),
                            "%s is not called what the register says last", organisation));
        });
    }
}
