// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.Effect;
import java.util.List;
import java.util.Optional;

/** What a policy says: a sentence about ECS Exec, or a statement in the words of IAM. */
public sealed interface Stmt extends Node {
    /** Why, for people; never in the document. */
    Optional<Text> because();

    /** Answers for every kind. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R allowExec(AllowExec statement);

        R ownSessions(OwnSessions statement);

        R denyExec(DenyExec statement);

        R denyLaunch(DenyLaunch statement);

        R denySessions(DenySessions statement);

        R protectTags(ProtectTags statement);

        R general(General statement);
    }

    /** {@code allow exec in cluster … where … with …}. */
    record AllowExec(
            SourceSpan span, Values clusters, List<Limit> limits, List<GrantOption> options, Optional<Text> because)
            implements Stmt {
        public AllowExec {
            limits = List.copyOf(limits);
            options = List.copyOf(options);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allowExec(this);
        }
    }

    /** {@code allow ending own sessions of users}, or {@code of roles}. */
    record OwnSessions(SourceSpan span, boolean ofRoles, boolean anyRegion, Optional<Text> because) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ownSessions(this);
        }
    }

    /** {@code deny exec into container "vault" anywhere}. All that is said must hold. */
    record DenyExec(SourceSpan span, List<Reach> reach, Optional<Text> because) implements Stmt {
        public DenyExec {
            reach = List.copyOf(reach);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.denyExec(this);
        }
    }

    /**
     * {@code deny launch with exec enabled, omitted flag passes}.
     *
     * @param omitted what happens to a launch that leaves the flag out; as often as it is said
     * @param clusters as often as they are said
     */
    record DenyLaunch(
            SourceSpan span,
            List<Omitted> omitted,
            List<Values> clusters,
            List<Reach.ExceptFor> exceptions,
            Optional<Text> because)
            implements Stmt {
        public DenyLaunch {
            omitted = List.copyOf(omitted);
            clusters = List.copyOf(clusters);
            exceptions = List.copyOf(exceptions);
        }

        /** What happens to a launch that leaves the flag out. */
        public record Omitted(SourceSpan span, boolean passes) implements Node {}

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.denyLaunch(this);
        }
    }

    /**
     * {@code deny sessions on tasks of cluster payments}, or {@code on any task}.
     *
     * @param clusters empty for any task
     */
    record DenySessions(
            SourceSpan span, Optional<Values> clusters, List<Reach.ExceptFor> exceptions, Optional<Text> because)
            implements Stmt {
        public DenySessions {
            exceptions = List.copyOf(exceptions);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.denySessions(this);
        }
    }

    /** {@code protect tag team, also on principals}. */
    record ProtectTags(
            SourceSpan span,
            List<Word> keys,
            boolean onPrincipals,
            List<Reach.ExceptFor> exceptions,
            Optional<Text> because)
            implements Stmt {
        public ProtectTags {
            keys = List.copyOf(keys);
            exceptions = List.copyOf(exceptions);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.protectTags(this);
        }
    }

    /**
     * A statement in the words of IAM.
     *
     * @param sid behind the effect
     */
    record General(
            SourceSpan span,
            Effect effect,
            Optional<Text> sid,
            Optional<Principals> principals,
            Optional<Listed> actions,
            Optional<Listed> resources,
            List<Test> conditions,
            Optional<Text> because)
            implements Stmt {
        public General {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.general(this);
        }
    }

    /**
     * {@code action …} or {@code not action …}, and so for resources.
     *
     * @param except true for the form with {@code not}
     */
    record Listed(SourceSpan span, boolean except, Values values) implements Node {}

    /**
     * {@code principal …} or {@code not principal …}.
     *
     * @param anyone true for {@code anyone}; then there are no items
     * @param items empty for {@code none} too
     */
    record Principals(SourceSpan span, boolean except, boolean anyone, List<PrincipalItem> items) implements Node {
        public Principals {
            items = List.copyOf(items);
        }
    }

    /** One principal; {@code member} is IAM's word, such as {@code AWS}. */
    record PrincipalItem(SourceSpan span, String member, Value value) implements Node {}

    /** One condition: IAM's operator as written, the key, and the values. */
    record Test(SourceSpan span, Word operator, Text key, Values values) implements Node {}
}
