// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.IamIdentity;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecModel;
import io.execward.ecs.SessionDocument;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a review looks at, and what it is told about callers. Immutable: every method returns new options.
 *
 * @param facts what is known of how callers call, added to what the documents tell of who they are; nothing about targets
 * @param principals whose rows are made
 * @param clusters whose columns are made
 * @param sessionDocument of a direct session
 * @param forwardingDocuments of sessions that forward ports; one that is allowed opens the road
 * @param serviceLinkedRoles whether service-linked roles have rows: people cannot assume them
 * @param model what a shell is authorised against
 */
public record ReviewOptions(
        UnaryOperator<Caller> facts,
        Predicate<IamIdentity> principals,
        Predicate<ClusterArn> clusters,
        SessionDocument sessionDocument,
        List<SessionDocument> forwardingDocuments,
        boolean serviceLinkedRoles,
        ExecModel model) {
    public ReviewOptions {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(principals, "principals");
        Objects.requireNonNull(clusters, "clusters");
        Objects.requireNonNull(sessionDocument, "sessionDocument");
        forwardingDocuments = List.copyOf(forwardingDocuments);
        Objects.requireNonNull(model, "model");
    }

    /** Everybody but service-linked roles, every cluster, nothing told. */
    public static ReviewOptions everything() {
        return new ReviewOptions(
                UnaryOperator.identity(),
                identity -> true,
                cluster -> true,
                SessionDocument.unnamed(),
                List.of(
                        SessionDocument.named("AWS-StartPortForwardingSession"),
                        SessionDocument.named("AWS-StartPortForwardingSessionToRemoteHost")),
                false,
                ExecModel.CLUSTER_AND_TASK);
    }

    /** With these facts about every caller, such as {@code caller -> caller.withoutMfaKeys()}. */
    public ReviewOptions telling(UnaryOperator<Caller> newFacts) {
        return new ReviewOptions(
                newFacts, principals, clusters, sessionDocument, forwardingDocuments, serviceLinkedRoles, model);
    }

    /** Rows for these principals only. */
    public ReviewOptions of(Predicate<IamIdentity> newPrincipals) {
        return new ReviewOptions(
                facts, newPrincipals, clusters, sessionDocument, forwardingDocuments, serviceLinkedRoles, model);
    }

    /** Columns for these clusters only. */
    public ReviewOptions in(Predicate<ClusterArn> newClusters) {
        return new ReviewOptions(
                facts, principals, newClusters, sessionDocument, forwardingDocuments, serviceLinkedRoles, model);
    }

    /** Direct sessions with this document. */
    public ReviewOptions startingSessionsWith(SessionDocument document) {
        return new ReviewOptions(facts, principals, clusters, document, forwardingDocuments, serviceLinkedRoles, model);
    }

    /** Ports are forwarded with one of these documents. */
    public ReviewOptions forwardingPortsWith(SessionDocument... documents) {
        return new ReviewOptions(
                facts, principals, clusters, sessionDocument, List.of(documents), serviceLinkedRoles, model);
    }

    /** With rows for service-linked roles. */
    public ReviewOptions withServiceLinkedRoles() {
        return new ReviewOptions(facts, principals, clusters, sessionDocument, forwardingDocuments, true, model);
    }

    /** Shells are authorised as another model has it. */
    public ReviewOptions under(ExecModel newModel) {
        return new ReviewOptions(
                facts, principals, clusters, sessionDocument, forwardingDocuments, serviceLinkedRoles, newModel);
    }
}
