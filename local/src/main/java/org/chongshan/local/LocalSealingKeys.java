package org.chongshan.local;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.chongshan.shell.SealingKeys;

/**
 * The sealing keys of one machine: derived as KMS derives them, from a random secret that lies in a file or in memory alone.
 *
 * @param secret {@value SealingKeys#LENGTH} bytes
 */
public record LocalSealingKeys(byte[] secret) implements SealingKeys {
    private static final String HMAC = "HmacSHA512";

    /** Keys that live as long as the process. */
    public static LocalSealingKeys inMemory() {
        var secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        return new LocalSealingKeys(secret);
    }

    /**
     * Keys from a file, hexadecimal. Made, for its owner alone, when it is missing and nothing can have been sealed yet.
     *
     * @param sealed whether there is data that may have been sealed
     * @throws IllegalStateException when it is missing beside such data, holds no key or cannot be read
     */
    static LocalSealingKeys in(Path file, boolean sealed) {
        try {
            if (!Files.exists(file)) {
                if (sealed) {
                    throw new IllegalStateException("the data was sealed with a key that is not at " + file
                            + "; put it back, for no other opens the names");
                }
                write(file, inMemory());
            }
            var secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length != LENGTH) {
                throw new IllegalArgumentException("a secret has " + LENGTH + " bytes");
            }
            return new LocalSealingKeys(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no key: " + 2 * LENGTH + " hexadecimal digits", e);
        } catch (IOException e) {
            throw new IllegalStateException("the key at " + file + " cannot be read or made", e);
        }
    }

    /** Whole or not at all: a process that dies here leaves no half key. */
    private static void write(Path file, LocalSealingKeys keys) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        var owner = posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        var fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new", owner);
        Files.writeString(fresh, HexFormat.of().formatHex(keys.secret) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public byte[] key(int version) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(SealingKeys.label(version).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "LocalSealingKeys";
    }
}
