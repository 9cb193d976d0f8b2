// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes that are counted and hashed as they are read. */
final class CountedBytes extends FilterInputStream {
    private final Count count;
    private final MessageDigest digest = newDigest();

    CountedBytes(InputStream in, Count count) {
        super(in);
        this.count = count;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = super.read(to, from, length);
        if (read > 0) {
            digest.update(to, from, read);
            count.add(read);
        }
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        return readNBytes((int) Math.min(most, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Of all bytes, the rest of which is read for it. */
    String sha256() throws IOException {
        byte[] rest = new byte[1 << 16];
        while (read(rest, 0, rest.length) >= 0) {
            // hashed by reading
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
