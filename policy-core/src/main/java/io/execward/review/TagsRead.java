// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.PolicyVariables;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tags of tasks and clusters that policies look at, whatever for: in conditions, and in variables anywhere. */
final class TagsRead {
    private static final List<String> FAMILIES = List.of("aws:resourcetag/", "ecs:resourcetag/");

    private final Set<String> found = new TreeSet<>();
    private final Set<AttachedPolicy> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private TagsRead() {}

    /** Tag keys, folded. */
    static Set<String> by(AccountSnapshot account, List<IamIdentity> identities) {
        TagsRead read = new TagsRead();
        identities.forEach(identity -> account.policies(identity).forEachPolicy(read::add));
        return Collections.unmodifiableSet(read.found);
    }

    /** The tag that a key is about, folded. */
    static Optional<String> tag(ConditionKey key) {
        return FAMILIES.stream()
                .filter(family -> key.folded().startsWith(family))
                .findFirst()
                .map(family -> key.folded().substring(family.length()));
    }

    private void add(AttachedPolicy policy) {
        if (seen.add(policy)) {
            policy.policy().statements().forEach(this::add);
        }
    }

    private void add(Statement statement) {
        for (Condition condition : statement.conditions()) {
            tag(condition.key()).ifPresent(found::add);
            condition.values().forEach(this::add);
        }
        statement.resources().map(Scope::patterns).orElse(List.of()).stream()
                .map(ResourcePattern::text)
                .forEach(this::add);
    }

    private void add(String text) {
        if (!PolicyVariables.isPlain(text)) {
            for (PolicyVariables.Piece piece : PolicyVariables.parse(text).pieces()) {
                if (piece instanceof PolicyVariables.Variable variable) {
                    tag(variable.key()).ifPresent(found::add);
                }
            }
        }
    }
}
