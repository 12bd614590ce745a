package org.chongshan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The key of one machine is made once, for its owner alone, and never replaced silently. */
class LocalSealingKeysTest {
    @TempDir
    private Path folder;

    @Test
    void made_once_readable_by_its_owner_alone_and_the_same_from_then_on() throws Exception {
        var file = folder.resolve("below").resolve("sealing.key");
        var made = LocalSealingKeys.in(file, false);
        assertThat(LocalSealingKeys.in(file, true).key(1)).isEqualTo(made.key(1)).hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.list(file.getParent())).containsExactly(file);
        assertThat(made.key(2)).isNotEqualTo(made.key(1));
        assertThat(LocalSealingKeys.inMemory().key(1)).isNotEqualTo(LocalSealingKeys.inMemory().key(1));
    }

    @Test
    void missing_beside_data_or_spoilt_it_is_not_replaced() throws Exception {
        var file = folder.resolve("sealing.key");
        assertThatThrownBy(() -> LocalSealingKeys.in(file, true)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put it back");
        assertThat(file).doesNotExist();
        for (var spoilt : new String[]{"", "00", "x".repeat(128)}) {
            Files.writeString(file, spoilt);
            assertThatThrownBy(() -> LocalSealingKeys.in(file, true)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("holds no key");
            assertThat(file).hasContent(spoilt);
        }
    }

    @Test
    void a_platform_whose_key_is_gone_does_not_start_and_with_the_key_back_reads_every_name() throws Exception {
        var key = folder.resolve(Platform.KEY_FILE);
        var household = """
                {"household": "H-1", "members": [{"member": "M-1", "name": "葛美云", "identityNumber": "1", "relation": "HEAD"}]}""";
        try (var platform = start()) {
            Bureau.at(platform.url()).did("street", "HouseholdRegistered", household);
            assertThat(platform.drained(java.time.Duration.ofSeconds(60))).isTrue();
        }
        var secret = Files.readString(key);
        Files.delete(key);
        assertThatThrownBy(this::start).hasMessageContaining("put it back");
        assertThat(key).doesNotExist();
        Files.writeString(key, secret);
        try (var platform = start()) {
            assertThat(Bureau.at(platform.url()).sees("street", "households/H-1").toString()).contains("葛美云");
        }
    }

    private Platform start() {
        return new Platform(new Platform.Options(0, folder, null, "chongshan-", null, InstantSource.system(), null, 1));
    }
}
