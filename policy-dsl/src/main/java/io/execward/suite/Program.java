// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.lang.LoweredFile;
import io.execward.lang.LoweredPolicy;
import io.execward.lang.Resolved;
import java.util.List;

/**
 * A language file with what its tests need.
 *
 * @param visible the policies that its tests can be under: its own and those of files that it includes
 */
record Program(LoweredFile file, List<VisiblePolicy> visible) {
    Program {
        visible = List.copyOf(visible);
    }

    static Program of(LoweredFile file) {
        return new Program(file, file.policies().stream().map(Program::visible).toList());
    }

    private static VisiblePolicy visible(LoweredPolicy policy) {
        List<String> holders = policy.holders().stream().map(Resolved::text).toList();
        return new VisiblePolicy(
                new TestedPolicy(
                        policy.kind(),
                        policy.attached(),
                        policy.sources(),
                        policy.block().span()),
                policy.block().holder().map(reference -> holders),
                policy.resource().map(Resolved::text),
                policy.level());
    }

    /** Its own policies, all of which tests should be about. */
    List<VisiblePolicy> own() {
        return visible.stream()
                .filter(policy ->
                        policy.tested().block().source() == file.file().source())
                .toList();
    }
}
