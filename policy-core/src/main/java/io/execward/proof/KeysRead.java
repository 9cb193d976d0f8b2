// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.analyze.Region;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.PolicySet;
import io.execward.model.PolicyVariables;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The condition keys that policies and questions look at, in conditions and in variables anywhere; each in one spelling. */
final class KeysRead {
    private final Map<String, ConditionKey> found = new LinkedHashMap<>();

    static Collection<ConditionKey> by(PolicySet policies, List<Region> regions) {
        KeysRead read = new KeysRead();
        policies.forEachPolicy(read::add);
        regions.forEach(region -> read.add(region.conditions(), Optional.of(region.resources())));
        return read.found.values();
    }

    static Collection<ConditionKey> by(Statement statement) {
        KeysRead read = new KeysRead();
        read.add(statement.conditions(), statement.resources());
        return read.found.values();
    }

    private void add(AttachedPolicy policy) {
        policy.policy().statements().forEach(statement -> add(statement.conditions(), statement.resources()));
    }

    private void add(List<Condition> conditions, Optional<Scope<ResourcePattern>> resources) {
        for (Condition condition : conditions) {
            add(condition.key());
            condition.values().forEach(this::add);
        }
        resources.map(Scope::patterns).orElse(List.of()).stream()
                .map(ResourcePattern::text)
                .forEach(this::add);
    }

    private void add(String text) {
        if (!PolicyVariables.isPlain(text)) {
            for (PolicyVariables.Piece piece : PolicyVariables.parse(text).pieces()) {
                if (piece instanceof PolicyVariables.Variable variable) {
                    add(variable.key());
                }
            }
        }
    }

    private void add(ConditionKey key) {
        found.putIfAbsent(key.folded(), key);
    }
}
