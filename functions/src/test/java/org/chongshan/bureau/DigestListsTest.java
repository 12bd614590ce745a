package org.chongshan.bureau;

import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.events.Heading;
import org.chongshan.events.Role;
import org.chongshan.events.Worded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which statuses and lists the morning's digest tells. */
class DigestListsTest {
    private static boolean isRead(Collection<?, ?> collection) {
        return collection.readers().stream().anyMatch(Digest.READERS::contains);
    }

    private static Stream<Worded> statusesAndLists(Collection<?, ?> collection) {
        return Stream.concat(collection.statuses().stream(), collection.lists().stream());
    }

    @Test
    void whatever_is_overdue_or_breached_and_read_by_officers_is_told() {
        for (var collection : Topology.collections()) {
            statusesAndLists(collection).filter(list -> isRead(collection)).forEach(list -> {
                if (list.word().contains("overdue")) {
                    assertThat(collection.inDigest()).as(collection.path() + " " + list.word()).containsEntry(list,
                            Heading.OVERDUE);
                }
                if (list.word().contains("breached")) {
                    assertThat(collection.inDigest()).as(collection.path() + " " + list.word()).containsEntry(list,
                            Heading.BREACHED);
                }
            });
        }
    }

    @Test
    void what_no_officer_reads_is_not_told_and_every_heading_is_used() {
        assertThat(Topology.collections().stream().filter(collection -> !isRead(collection)))
                .allMatch(collection -> collection.inDigest().isEmpty());
        assertThat(Topology.collections().stream().flatMap(collection -> collection.inDigest().values().stream()))
                .contains(Heading.values());
    }

    @Test
    void whoever_reads_digests_reads_every_record_a_line_may_name() {
        assertThat(Topology.collections()).filteredOn(collection -> collection.path().equals("morning-digests"))
                .singleElement()
                .satisfies(
                        digests -> assertThat(digests.readers()).containsExactlyInAnyOrder(Role.STREET, Role.DISTRICT))
                .satisfies(digests -> assertThat(digests.readers()).isEqualTo(Digest.READERS));
    }

    @Test
    void a_programme_has_a_digest_when_one_of_its_lists_is_told() {
        for (var programme : Topology.PROGRAMMES) {
            assertThat(programme.all().stream().anyMatch(Digest.class::isInstance)).as(programme.programme().key())
                    .isEqualTo(programme.collections().stream().anyMatch(one -> !one.inDigest().isEmpty()));
        }
    }
}
