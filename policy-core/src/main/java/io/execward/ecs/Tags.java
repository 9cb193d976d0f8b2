// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import com.google.common.collect.ImmutableSortedMap;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tags as condition keys. */
final class Tags {
    static final String PRINCIPAL = "aws:PrincipalTag/";

    private static final String REQUEST = "aws:RequestTag/";
    private static final String RESOURCE = "aws:ResourceTag/";
    private static final String ECS = "ecs:ResourceTag/";
    private static final String SSM = "ssm:resourceTag/";
    private static final String IAM = "iam:ResourceTag/";

    private static final Context UNTOLD_OF_SESSIONS = Context.builder()
            .unknown(SSM + "aws:ssmmessages:session-id")
            .unknown(SSM + "aws:ssmmessages:target-id")
            .build();

    private Tags() {}

    /** A copy in the order of the keys, so that what is made of it is the same every time. */
    static Map<String, String> copy(Map<String, String> tags) {
        return ImmutableSortedMap.copyOf(tags);
    }

    /**
     * Each tag under each of the prefixes. Of tags whose keys differ only in letter case nobody knows which one is compared
     * (R-COND-68), so they are unknown.
     */
    static Context facts(List<String> prefixes, Map<String, String> tags) {
        Context.Builder facts = Context.builder();
        for (String prefix : prefixes) {
            Set<String> seen = new HashSet<>();
            tags.forEach((tag, value) -> {
                ConditionKey key = ConditionKey.of(prefix + tag);
                facts.put(key, seen.add(key.folded()) ? ContextValue.of(List.of(value)) : ContextValue.UNKNOWN);
            });
        }
        return facts.build();
    }

    static Context facts(String prefix, Map<String, String> tags) {
        return facts(List.of(prefix), tags);
    }

    /** The tags of an ECS resource: both spellings of the key carry the same value (R-EXEC-10). */
    static Context ofEcs(Optional<Map<String, String>> tags) {
        return of(tags, List.of(RESOURCE, ECS));
    }

    /** The tags of a task as Session Manager sees them: there is no twin of the key (R-EXEC-21). */
    static Context ofSessionTarget(Optional<Map<String, String>> tags) {
        return of(tags, List.of(RESOURCE));
    }

    /** The tags that Session Manager sets on its sessions (R-EXEC-24). */
    static Context ofSession(Optional<Map<String, String>> tags) {
        return tags.map(told -> facts(SSM, told)).orElse(UNTOLD_OF_SESSIONS);
    }

    /** The tags of a session document. */
    static Context ofDocument(Optional<Map<String, String>> tags) {
        return of(tags, List.of(RESOURCE, SSM));
    }

    /** Nobody vouches for what role tags do to iam:PassRole, so they are unknown (U-EXEC-10). */
    static Context ofPassedRole() {
        return of(Optional.empty(), List.of(RESOURCE, IAM));
    }

    /** The tags of a KMS key, which no document that is read here has. */
    static Context ofKey() {
        return of(Optional.empty(), List.of(RESOURCE));
    }

    /** The tags that a request sets; without tags none of these keys is in the request. */
    static Context requested(Map<String, String> tags) {
        if (tags.isEmpty()) {
            return Context.empty();
        }
        return facts(REQUEST, tags).plus(keys(tags.keySet()));
    }

    /** The tags that a request sets, among others that are not known. */
    static Context requestedAtLeast(Map<String, String> tags) {
        return facts(REQUEST, tags)
                .plus(Context.builder()
                        .unknownFamily(REQUEST)
                        .unknown("aws:TagKeys")
                        .build());
    }

    /** The tag keys that a request names, all values of one key. */
    static Context keys(Set<String> tagKeys) {
        return Context.of("aws:TagKeys", tagKeys.stream().sorted().toArray(String[]::new));
    }

    private static Context of(Optional<Map<String, String>> tags, List<String> prefixes) {
        return tags.map(told -> facts(prefixes, told)).orElseGet(() -> {
            Context.Builder unknown = Context.builder();
            prefixes.forEach(unknown::unknownFamily);
            return unknown.build();
        });
    }
}
