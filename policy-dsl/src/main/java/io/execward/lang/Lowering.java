// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file becomes values: what it includes is read, names are resolved, policies are lowered one by one. */
final class Lowering {
    private Lowering() {}

    static LoweredFile lower(SyntaxFront.Parsed parsed, String path, SourceLoader loader, Problems problems) {
        FileSet files = new FileSet(loader, problems);
        Names names = files.add(parsed, path, Optional.empty());
        CatalogWarnings catalog = new CatalogWarnings(problems);
        List<LoweredPolicy> policies = new ArrayList<>();
        Map<String, PolicyBlock> seen = new HashMap<>();
        for (FileSet.Placed placed : files.policies()) {
            PolicyBlock block = placed.policy();
            String key = block.kind() + " " + block.name().value();
            @Nullable PolicyBlock before = seen.putIfAbsent(key, block);
            if (before != null) {
                problems.accept(Diagnostic.error(
                                "LANG-028",
                                block.name().span(),
                                "there is another " + block.kind().text() + " of this name",
                                "choose another name")
                        .withRelated(before.name().span(), "here is the first"));
            }
            new PolicyLowering(block, placed.names(), problems, catalog).lower().ifPresent(policies::add);
        }
        problems.throwIfErrors();
        return new LoweredFile(parsed.file(), policies, names, problems.warnings());
    }
}
