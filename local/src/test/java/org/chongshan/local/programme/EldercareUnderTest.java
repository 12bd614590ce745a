package org.chongshan.local.programme;

import java.util.List;

import org.chongshan.events.Programme;

import static org.chongshan.local.programme.Example.of;

/** Elder care (濠享福), as the harnesses know it. */
final class EldercareUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.ELDERCARE, new EldercareWorkload(),
            new EldercareInvariants(), examples());

    private EldercareUnderTest() {}

    private static List<Example> examples() {
        return List.of(
                of("district", "eldercare.FacilityOpened",
                        "{\"facility\": \"S-?\", \"kind\": \"STATION\", \"name\": \"Feiqiao\"}"),
                of("district", "eldercare.FacilityStandardised", "{\"facility\": \"S-?\"}"),
                of("street", "eldercare.KioskInstalled", """
                        {"facility": "S-?", "kiosk": "k-1", "modules": ["SERVICE_BOOKING", "ACTIVITY_SIGN_UP"]}"""),
                of("street", "eldercare.KioskRemoved", "{\"facility\": \"S-?\", \"kiosk\": \"k-1\"}"),
                of("district", "eldercare.FacilityClosed",
                        "{\"facility\": \"S-?\", \"grounds\": \"The house is pulled down.\"}"));
    }
}
