// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs the command in this process, in the top folder of the source tree. */
final class Session {
    static final Path TOP = Path.of("..");

    /** What came of a run. */
    record Result(int status, String out, String err) {}

    private Session() {}

    static Result run(String... args) {
        return runWith(new byte[0], args);
    }

    static Result runWith(String input, String... args) {
        return runWith(input.getBytes(StandardCharsets.UTF_8), args);
    }

    static Result runWith(byte[] input, String... args) {
        return runWith(new ByteArrayInputStream(input), args);
    }

    static Result runWith(InputStream input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(new Streams(input, out, Streams.utf8(err), TOP), args);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
