// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.ecs.Caller;
import io.execward.lang.TestItem;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which policies judge an expectation: those that the test names, or else those of the file that are for the caller and those that are
 * for no one in particular. A layer of which none is chosen is not supplied.
 */
final class PolicyChoice {
    private final List<VisiblePolicy> visible;
    private final Complaints complaints;
    private final Set<String> strangers = new HashSet<>();

    PolicyChoice(List<VisiblePolicy> visible, Complaints complaints) {
        this.visible = visible;
        this.complaints = complaints;
    }

    List<VisiblePolicy> named(TestItem.Under under) {
        List<VisiblePolicy> chosen = new ArrayList<>();
        for (TestItem.PolicyReference reference : under.policies()) {
            List<String> names = visible.stream()
                    .filter(policy -> policy.tested().kind() == reference.kind())
                    .map(policy -> policy.tested().name())
                    .toList();
            Optional<VisiblePolicy> policy = visible.stream()
                    .filter(each -> each.tested().kind() == reference.kind())
                    .filter(each -> each.tested().name().equals(reference.name().value()))
                    .findFirst();
            if (policy.isEmpty()) {
                String kind = reference.kind().text();
                throw complaints.fatal(
                        "TEST-08",
                        reference.span(),
                        "there is no " + kind + " `" + reference.name().value() + "`",
                        Complaints.suggestion(
                                reference.name().value(),
                                names,
                                "this file and those that it includes have no " + kind));
            }
            chosen.add(policy.get());
        }
        return List.copyOf(chosen);
    }

    /** @throws Complaints.Given if there are policies of principals and none is for this one: every refusal would hold for nothing */
    List<VisiblePolicy> standard(Caller caller, SourceSpan expectation) {
        List<String> callers = arns(caller.principal());
        List<VisiblePolicy> chosen = visible.stream()
                .filter(policy -> policy.holders()
                        .map(holders -> holders.stream().anyMatch(callers::contains))
                        .orElse(true))
                .toList();
        boolean anyChosen = chosen.stream().anyMatch(PolicyChoice::isOfPrincipals);
        if (chosen.isEmpty() || (!anyChosen && visible.stream().anyMatch(PolicyChoice::isOfPrincipals))) {
            throw nobodys(callers.get(callers.size() - 1), expectation);
        }
        return chosen;
    }

    private static boolean isOfPrincipals(VisiblePolicy policy) {
        return policy.tested().kind() == PolicyKind.IDENTITY;
    }

    private Complaints.Given nobodys(String caller, SourceSpan expectation) {
        if (!strangers.add(caller)) {
            return new Complaints.Given(); // Once in a test is enough.
        }
        List<String> known = visible.stream()
                .flatMap(policy -> policy.holders().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return complaints.fatal(
                "TEST-16",
                expectation,
                "no policy is for `" + caller + "`, so that every refusal would hold",
                Complaints.suggestion(caller, known, "there are no policies")
                        + "; if that is meant, say so: `under no policy`, or `under` and the policies that count");
    }

    /** The caller, and the role that a session is of. */
    private static List<String> arns(Principal principal) {
        List<String> arns = new ArrayList<>(List.of(principal.text()));
        if (principal instanceof Principal.RoleSession session) {
            session.roleArn().map(Arn::toString).ifPresent(arns::add);
        }
        return arns;
    }

    /**
     * The layers.
     *
     * @throws IllegalArgumentException if there are two for a place that has room for one
     */
    static Judges judges(List<VisiblePolicy> chosen, Map<String, AttachedPolicy> keyPolicies) {
        PolicySet.Builder set = PolicySet.builder();
        Map<AttachedPolicy, SourceMap> sources = new LinkedHashMap<>();
        Map<String, AttachedPolicy> onResources = new TreeMap<>();
        Map<PolicyKind, String> single = new TreeMap<>();
        Map<String, List<AttachedPolicy>> serviceControl = new LinkedHashMap<>();
        Map<String, List<AttachedPolicy>> resourceControl = new LinkedHashMap<>();
        for (VisiblePolicy policy : chosen) {
            AttachedPolicy attached = policy.tested().attached();
            sources.put(attached, policy.tested().places());
            String level = policy.level().orElse(policy.tested().kind().text());
            switch (policy.tested().kind()) {
                case IDENTITY -> set.identity(attached);
                case PERMISSIONS_BOUNDARY -> {
                    requireOne(single, policy);
                    set.boundary(attached);
                }
                case SESSION -> set.session(attached);
                case RESOURCE -> {
                    if (policy.resource().isPresent()) {
                        putOne(onResources, policy.resource().get(), attached);
                    } else {
                        requireOne(single, policy);
                        set.resource(attached);
                    }
                }
                case ROLE_TRUST -> putOne(onResources, policy.resource().orElse(Judges.ANY_ROLE), attached);
                case VPC_ENDPOINT -> {
                    requireOne(single, policy);
                    set.endpoint(attached);
                }
                case SERVICE_CONTROL ->
                    serviceControl
                            .computeIfAbsent(level, it -> new ArrayList<>())
                            .add(attached);
                case RESOURCE_CONTROL ->
                    resourceControl
                            .computeIfAbsent(level, it -> new ArrayList<>())
                            .add(attached);
            }
        }
        serviceControl.forEach((name, policies) -> set.serviceControl(new PolicyLevel(name, policies)));
        resourceControl.forEach((name, policies) -> set.resourceControl(new PolicyLevel(name, policies)));
        PolicySet layers = set.build();
        requireNoOther(single, onResources);
        if (layers.resource().isEmpty()) {
            keyPolicies.forEach(onResources::putIfAbsent);
        }
        return new Judges(layers, onResources, sources);
    }

    /** A resource has one policy; where two are told, neither may be lost. */
    private static void putOne(Map<String, AttachedPolicy> onResources, String arn, AttachedPolicy policy) {
        AttachedPolicy before = onResources.putIfAbsent(arn, policy);
        if (before != null) {
            String place = arn.equals(Judges.ANY_ROLE) ? "roles" : "`" + arn + "`";
            throw new IllegalArgumentException("`" + before.name() + "` and `" + policy.name()
                    + "` cannot both be the policy of " + place + ": name the policies with `under`");
        }
    }

    private static void requireNoOther(Map<PolicyKind, String> single, Map<String, AttachedPolicy> onResources) {
        String everywhere = single.get(PolicyKind.RESOURCE);
        if (everywhere != null) {
            onResources.forEach((arn, own) -> {
                if (!arn.equals(Judges.ANY_ROLE)) {
                    throw new IllegalArgumentException("`" + everywhere + "` is the policy of any resource, and `"
                            + own.name() + "` that of `" + arn
                            + "`: say `on` which resource the first is, or name the policies with `under`");
                }
            });
        }
    }

    private static void requireOne(Map<PolicyKind, String> single, VisiblePolicy policy) {
        String name = policy.tested().name();
        String before = single.putIfAbsent(policy.tested().kind(), name);
        if (before != null) {
            throw new IllegalArgumentException("`" + before + "` and `" + name + "` cannot both be the "
                    + policy.tested().kind().text() + ": name the policies with `under`");
        }
    }
}
