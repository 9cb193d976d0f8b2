// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what keeps a check from being allowed: each finding blocks even if everything else allowed. */
final class Blockers {
    private final Verdict verdict;
    private final Rules rules;
    private final Answers answers;
    private final List<LayerDecision> layers;
    private final List<Blocker> found = new ArrayList<>();

    Blockers(Verdict verdict, Rules rules, Answers answers, List<LayerDecision> layers) {
        this.verdict = verdict;
        this.rules = rules;
        this.answers = answers;
        this.layers = layers;
    }

    List<Blocker> find() {
        for (LayerDecision layer : layers) {
            if (layer.outcome() == LayerDecision.Outcome.DENIES) {
                List<StatementRef> denies = layer.steps().stream()
                        .filter(step -> step.applies() && step.effect() == Effect.DENY)
                        .map(Step::statement)
                        .toList();
                found.add(new Blocker(Optional.of(layer.kind()), denies, named(layer) + " denies it"));
            }
        }
        if (!rules.impossible().isEmpty()) {
            found.add(new Blocker(Optional.empty(), List.of(), rules.impossible()));
        }
        for (LayerDecision layer : layers) {
            boolean filters = layer.kind() == PolicyKind.SERVICE_CONTROL || layer.kind() == PolicyKind.VPC_ENDPOINT;
            if (filters && layer.outcome() == LayerDecision.Outcome.NO_ALLOW) {
                missing(layer.kind(), named(layer) + " does not allow it");
            }
        }
        if (rules.impossible().isEmpty()) {
            findMissingGrants();
        }
        if (found.isEmpty() && rules.allowed(answers) == Tri.FALSE) {
            found.add(new Blocker(Optional.empty(), List.of(), "what allows it in one layer is limited by another"));
        }
        if (found.isEmpty() && verdict.isDenied()) {
            found.add(new Blocker(Optional.empty(), List.of(), "no way in which the unknown facts can fall allows it"));
        }
        return found;
    }

    private static String named(LayerDecision layer) {
        boolean level = layer.kind() == PolicyKind.SERVICE_CONTROL || layer.kind() == PolicyKind.RESOURCE_CONTROL;
        return "the " + layer.kind().text() + (level ? " level `" + layer.name() + "`" : "");
    }

    private void findMissingGrants() {
        if (blocked(granting -> granting.boundary = answers.boundary)) {
            missing(PolicyKind.PERMISSIONS_BOUNDARY, "the permissions boundary does not allow it");
        }
        if (blocked(granting -> granting.session = answers.session)) {
            missing(
                    PolicyKind.SESSION,
                    rules.needsSessionPolicy()
                            ? "no session policy allows it, and a federated user has only what one allows (R-EVAL-11)"
                            : "no session policy allows it");
        }
        if (blocked(granting -> granting.identity = answers.identity)) {
            missing(PolicyKind.IDENTITY, "no identity policy allows it");
        }
        if (blocked(granting -> granting.resource = answers.resource)) {
            missing(PolicyKind.RESOURCE, missingOnResource());
        }
    }

    private String missingOnResource() {
        if (rules.hasNoIdentitySide()) {
            return "no resource policy names this caller and allows it";
        }
        return rules.isSameAccount()
                ? "the resource's own policy has to allow it, and does not (R-SVC-01, R-SVC-04)"
                : "the resource belongs to another account, whose policy on it has to allow it too (R-XACC-01)";
    }

    /** Where the resource's policy has to take part and says nothing, it is taken to delegate to the caller's account. */
    private Grants resourceOrDelegation() {
        boolean takesPart = rules.needsResourcePolicy() || !rules.isSameAccount();
        if (!takesPart || answers.resource.any() != Tri.FALSE) {
            return answers.resource;
        }
        Grants delegation = new Grants();
        delegation.add(rules.hasNoIdentitySide() ? MatchKind.DIRECT : MatchKind.ACCOUNT, Tri.TRUE);
        return delegation;
    }

    private interface Change {
        void apply(Answers granting);
    }

    /** True if the check is not allowed although everything says yes but for what {@code change} sets. */
    private boolean blocked(Change change) {
        Answers granting = new Answers();
        granting.identity = Tri.TRUE;
        granting.resource = resourceOrDelegation();
        change.apply(granting);
        return rules.allowed(granting) == Tri.FALSE;
    }

    private void missing(PolicyKind kind, String message) {
        found.add(new Blocker(Optional.of(kind), List.of(), message));
    }
}
