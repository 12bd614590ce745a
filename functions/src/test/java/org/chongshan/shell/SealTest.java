package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;
import org.cryptomator.siv.SivMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is sealed opens to what it was, always the same for one event, and to nothing when it was touched. */
class SealTest {
    private static final String NUMBER = "320602196001010006";
    private static final byte[] KEY = "0123456789abcdef".repeat(4).getBytes(StandardCharsets.US_ASCII);

    private final Seal seal = new Seal(() -> version -> KEY);

    private static Envelope registered(String id, List<Member> members) {
        return new Envelope(id, "/test", "", Instant.EPOCH, new HouseholdRegistered("H-1", members), "street-17",
                Role.STREET, "320613001", id, id, Instant.EPOCH, Trace.begunBy(id), Reach.SUBDISTRICT);
    }

    private static Envelope registered(String id, String name) {
        return registered(id,
                List.of(new Member("M-1", new Personal(name), new IdentityNumber(NUMBER), Relation.HEAD)));
    }

    private String sealed(String id, String name) {
        return ((HouseholdRegistered) seal.seal(registered(id, name)).data()).members().getFirst().name().value();
    }

    private IdentityNumber number(String id, String number) {
        var posted = registered(id,
                List.of(new Member("M-1", new Personal("x"), new IdentityNumber(number), Relation.HEAD)));
        return ((HouseholdRegistered) seal.seal(posted).data()).members().getFirst().identityNumber();
    }

    @Test
    void one_identity_number_has_one_index_in_every_event_however_it_was_typed_and_another_has_another() {
        var one = number("E-1", "11010519491231002X");
        assertThat(number("E-2", " １1010519491231002x").index()).isEqualTo(one.index());
        assertThat(number("E-2", "11010519491231002X").value()).isNotEqualTo(one.value());
        assertThat(number("E-1", NUMBER).index()).isNotEqualTo(one.index());
        assertThat(one.index()).matches(IdentityNumber.INDEX_PATTERN);
        assertThat(seal.open(one.value())).isEqualTo("11010519491231002X");
    }

    @Test
    void a_provisional_number_is_sealed_and_has_no_index() {
        var provisional = number("E-1", "17");
        assertThat(provisional.index()).isNull();
        assertThat(seal.open(provisional.value())).isEqualTo("17");
    }

    @Property
    void a_number_whose_seal_or_index_was_touched_does_not_open(@ForAll int where) {
        var sealed = number("E-1", NUMBER).value();
        var at = Math.floorMod(where, sealed.length());
        var touched = sealed.substring(0, at) + (sealed.charAt(at) == 'a' ? 'b' : 'a') + sealed.substring(at + 1);
        // The last character of the cipher text may carry bits that mean nothing.
        Assume.that(at != sealed.lastIndexOf('.') - 1);
        assertThat(seal.open(touched)).isEqualTo(Seal.UNREADABLE);
    }

    @Test
    void an_index_taken_away_or_given_to_another_number_does_not_open() {
        var one = number("E-1", NUMBER);
        var other = number("E-1", "11010519491231002X");
        var bare = one.value().substring(0, one.value().lastIndexOf('.'));
        assertThat(seal.open(bare)).isEqualTo(Seal.UNREADABLE);
        assertThat(seal.open(bare + "." + other.index())).isEqualTo(Seal.UNREADABLE);
    }

    /** RFC 5869 and RFC 2104, written out: extract, expand, and the first half of the code. */
    @Test
    void the_index_is_what_the_standards_say_and_nothing_without_the_key_finds_it() throws Exception {
        var extracted = hmac(new byte[32], KEY);
        var label = "chongshan/identity-number/1\u0001".getBytes(StandardCharsets.US_ASCII);
        var code = hmac(hmac(extracted, label), NUMBER.getBytes(StandardCharsets.US_ASCII));
        assertThat(number("E-1", NUMBER).index()).isEqualTo("1-" + HexFormat.of().formatHex(code, 0, 16));
        for (var algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
            var hash = MessageDigest.getInstance(algorithm).digest(NUMBER.getBytes(StandardCharsets.US_ASCII));
            assertThat(number("E-1", NUMBER).index()).doesNotContain(HexFormat.of().formatHex(hash, 0, 4));
        }
        assertThat(new BlindIndex(new byte[SealingKeys.LENGTH]).of(NUMBER)).isNotEqualTo(number("E-1", NUMBER).index());
    }

    private static byte[] hmac(byte[] key, byte[] text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Property
    void whatever_is_sealed_is_opened(@ForAll @StringLength(max = 500) String text) {
        Assume.that(isText(text));
        assertThat(seal.open(sealed("E-1", text))).isEqualTo(text);
    }

    @Property
    void one_event_seals_alike_and_another_event_or_another_text_does_not(@ForAll @StringLength(max = 40) String text,
            @ForAll @StringLength(max = 40) String other) {
        Assume.that(isText(text) && isText(other) && !text.equals(other));
        var once = sealed("E-1", text);
        assertThat(sealed("E-1", text)).isEqualTo(once);
        assertThat(sealed("E-2", text)).isNotEqualTo(once);
        assertThat(sealed("E-1", other)).isNotEqualTo(once);
    }

    @Property
    void touched_anywhere_it_does_not_open(@ForAll @StringLength(min = 1, max = 40) String text, @ForAll int where) {
        Assume.that(isText(text));
        var sealed = sealed("E-1", text);
        // The last character may carry bits that mean nothing.
        var at = Math.floorMod(where, sealed.length() - 1);
        var touched = sealed.substring(0, at) + (sealed.charAt(at) == 'A' ? 'B' : 'A') + sealed.substring(at + 1);
        assertThat(seal.open(touched)).isEqualTo(Seal.UNREADABLE);
    }

    @Test
    void what_no_seal_made_is_unreadable_and_does_not_fail() {
        var sealed = sealed("E-1", "葛美云");
        for (var text : List.of("", "葛美云", "sealed.1.", sealed.replace("sealed.1.", "sealed.2."),
                sealed.replace("sealed.1.", "sealed.0."), sealed + "!", sealed.substring(0, sealed.length() - 4))) {
            assertThat(seal.open(text)).as(text).isEqualTo(Seal.UNREADABLE);
        }
        assertThat(new Seal(() -> version -> new byte[SealingKeys.LENGTH]).open(sealed)).as("with another key")
                .isEqualTo(Seal.UNREADABLE);
    }

    @Test
    void posted_text_that_looks_sealed_is_sealed_like_any_other() {
        var injected = sealed("E-1", "葛美云");
        var again = sealed("E-2", injected);
        assertThat(again).isNotEqualTo(injected);
        assertThat(seal.open(again)).isEqualTo(injected);
    }

    @Test
    void every_name_of_an_event_is_sealed_and_its_digest_tells_a_repetition_from_another_name() {
        var one = seal.seal(registered("E-1", "葛美云"));
        assertThat(EventJson.write(one)).doesNotContain("葛美云", NUMBER).contains("H-1", "sealed.1.");
        assertThat(EventJson.digest(seal.seal(registered("E-1", "葛美云")))).isEqualTo(EventJson.digest(one));
        assertThat(EventJson.digest(seal.seal(registered("E-1", "李娟")))).isNotEqualTo(EventJson.digest(one));
    }

    @Test
    void the_largest_event_sealed_is_still_one_message() {
        var most = new Personal("葛".repeat(200));
        var members = Collections.nCopies(20,
                new Member("M-1", most, new IdentityNumber("葛".repeat(IdentityNumber.MOST_CHARACTERS)), Relation.HEAD));
        assertThat(EventJson.write(seal.seal(registered("E-1", members))).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(60_000);
    }

    @Test
    void the_key_is_asked_for_once_when_first_needed_and_again_after_it_was_unavailable() {
        var asked = new AtomicInteger();
        var late = new Seal(() -> version -> {
            if (asked.incrementAndGet() == 1) {
                throw new SealingKeys.Unavailable(new IllegalStateException("throttled"));
            }
            return KEY;
        });
        assertThat(asked).hasValue(0);
        var posted = registered("E-1", "葛美云");
        assertThatThrownBy(() -> late.seal(posted)).isInstanceOf(SealingKeys.Unavailable.class);
        late.seal(posted);
        late.seal(posted);
        assertThat(asked).hasValue(2);
    }

    /** RFC 5297, A.1. */
    @Test
    void the_library_passes_the_standards_own_example() {
        var hex = HexFormat.of();
        var sealed = new SivMode().encrypt(hex.parseHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"),
                hex.parseHex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0"), hex.parseHex("112233445566778899aabbccddee"),
                hex.parseHex("101112131415161718191a1b1c1d1e1f2021222324252627"));
        assertThat(hex.formatHex(sealed)).isEqualTo("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
    }
}
