// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Beside the sessions, for lines of this protocol look like their comments. */
class TapTest {
    @Test
    void points_are_those_of_the_protocol() throws IOException {
        String suite = "policy-cli/src/test/resources/golden/cli/input/suite/";
        Session.Result result = Session.run("test", suite + "odd.exec", "--format", "tap");
        assertThat(result.status()).isEqualTo(ExitStatus.NO);
        assertThat(result.out()).isEqualTo(Files.readString(Session.TOP.resolve(suite + "odd.tap")));
    }
}
