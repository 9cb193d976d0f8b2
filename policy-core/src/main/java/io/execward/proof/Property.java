// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.analyze.Region;
import io.execward.ecs.ClusterArn;
import io.execward.model.PolicySet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What should never be, whoever asks and however. */
public sealed interface Property {
    /** The property as a claim, such as {@code no shell in cluster prod}. */
    String text();

    /** Answers for every kind of property. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind of property. */
    interface Cases<R> {
        R noShell(NoShell property);

        R noDirectSession(NoDirectSession property);

        R noLaunchWithExec(NoLaunchWithExec property);

        R noSelfTagging(NoSelfTagging property);

        R execNeedsMfa(ExecNeedsMfa property);

        R inside(Inside property);

        R never(Never property);
    }

    /**
     * Nobody gets a shell in any task of these clusters, now or in future, whatever its tags: not by {@code ecs:ExecuteCommand}, whose
     * checks of cluster and task would both have to be allowed (R-EXEC-03), not by {@code ssm:StartSession} on a task (R-EXEC-19), and
     * not by {@code ssm:ResumeSession} on a session that ECS Exec opened (R-EXEC-24), which does not tell its cluster. Tasks are those
     * of both ARN forms (R-EXEC-05); the short form does not tell its cluster either, and counts as being in each.
     *
     * <p>More is ruled out than AWS would allow: that a key of the cluster has to be usable (R-EXEC-26) and a session document allowed
     * (R-EXEC-20) is not relied on. Not covered is what gives no shell: running other code with a task's role (R-EXEC-125), and direct
     * sessions that somebody else holds open, of which there are none if {@link NoDirectSession} holds for all.
     */
    record NoShell(List<ClusterArn> clusters) implements Property {
        /** @throws IllegalArgumentException if no cluster is named */
        public NoShell {
            clusters = atLeastOne(clusters);
        }

        @Override
        public String text() {
            return "no shell in " + names(clusters);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noShell(this);
        }
    }

    /**
     * Nobody opens a session on a task past ECS Exec: no {@code ssm:StartSession} on any task of the account, in any Region and of
     * either ARN form (R-EXEC-19, R-EXEC-05), whichever session document it names (R-EXEC-20), and no {@code ssm:ResumeSession} on any
     * session, since none tells what it is a session of (R-EXEC-24).
     */
    record NoDirectSession() implements Property {
        @Override
        public String text() {
            return "no direct session on any task";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noDirectSession(this);
        }
    }

    /**
     * Nobody starts tasks, or tells a service or daemon to, with exec on in these clusters: no request of the actions that carry
     * {@code ecs:enable-execute-command} that says {@code true} there (R-EXEC-31). Requests that leave the flag out are not covered,
     * among them task sets and deployments of a service that has exec on already (R-EXEC-35, R-EXEC-42). That a launch needs to pass
     * roles too (R-EXEC-36) is not relied on.
     */
    record NoLaunchWithExec(List<ClusterArn> clusters) implements Property {
        /** @throws IllegalArgumentException if no cluster is named */
        public NoLaunchWithExec {
            clusters = atLeastOne(clusters);
        }

        @Override
        public String text() {
            return "no launch with exec on in " + names(clusters);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noLaunchWithExec(this);
        }
    }

    /**
     * Nobody whose shells depend on tags may change such a tag (R-EXEC-123): a tag of a task, a cluster, or of a service, task
     * set, daemon or definition that tasks may take tags from (R-EXEC-40, R-EXEC-41), by {@code ecs:TagResource}, which every request that sets tags needs
     * (R-EXEC-37), or {@code ecs:UntagResource}; nor its own, by the actions of IAM. A tag key counts in every spelling, since IAM reads
     * it in every spelling (R-EXEC-10). It holds for whoever has no shell whatever the tags are, and for whoever has shells that look at
     * no tag. That the change opens a shell that was closed is not asked: whoever may change the tag at all fails. Not covered are tags
     * that a session brings along.
     */
    record NoSelfTagging() implements Property {
        @Override
        public String text() {
            return "no way to tag oneself in";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noSelfTagging(this);
        }
    }

    /**
     * Every {@code ecs:ExecuteCommand}, in any cluster and Region of the account, needs MFA: none is allowed whose
     * {@code aws:MultiFactorAuthPresent} is {@code false} or absent, as it is with long-term keys (R-EXEC-12). Direct sessions are not
     * covered: {@link NoDirectSession} is about them.
     */
    record ExecNeedsMfa() implements Property {
        @Override
        public String text() {
            return "exec always needs MFA";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.execNeedsMfa(this);
        }
    }

    /**
     * Whatever is allowed, the ceiling allows too. The ceiling alone is compared, without the holder's other layers. Not covered is what
     * a resource's own policy grants by itself, unless it is one of the holder's.
     *
     * @param name of the ceiling, for people
     */
    record Inside(String name, PolicySet ceiling) implements Property {
        public Inside {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(ceiling, "ceiling");
        }

        @Override
        public String text() {
            return "everything granted stays inside " + name;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inside(this);
        }
    }

    /**
     * No request of the region is allowed, whatever keys it carries. Not covered is what a resource's own policy grants by itself, unless
     * it is one of the holder's.
     */
    record Never(String text, Region region) implements Property {
        public Never {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(region, "region");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.never(this);
        }
    }

    private static List<ClusterArn> atLeastOne(List<ClusterArn> clusters) {
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("a property of clusters names at least one");
        }
        return List.copyOf(clusters);
    }

    private static String names(List<ClusterArn> clusters) {
        return clusters.stream().map(ClusterArn::name).distinct().collect(Collectors.joining(", "));
    }
}
