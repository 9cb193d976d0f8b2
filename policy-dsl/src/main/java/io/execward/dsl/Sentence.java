// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.model.Policy;
import io.execward.model.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a policy can say, in one statement or several. The interfaces within tell in which kinds of policy it may stand, so
 * that a sentence in the wrong document does not compile:
 *
 * <pre>{@code
 * Sentence.InServiceControl guard = ExecPolicy.denyDirectSessions().onAnyTask("aws");
 * IamPolicy.serviceControl(guard);                         // compiles
 * IamPolicy.trust(guard);                                  // does not: a trust policy names principals
 * }</pre>
 *
 * <p>Sentences are made by {@link IamPolicy} and {@link ExecPolicy}.
 */
public interface Sentence {
    /** The statements, in the order in which they are written; at least one. */
    List<Clause> clauses();

    /**
     * A statement and why its {@code Resource} is a lone {@code *}.
     *
     * @param star empty if it is not, or if nobody said why
     */
    record Clause(Statement statement, Optional<IamPolicy.Star> star) {
        public Clause {
            Objects.requireNonNull(statement, "statement");
            Objects.requireNonNull(star, "star");
        }
    }

    /** May stand in identity policies, permissions boundaries and session policies: it names no principal. */
    interface InIdentity extends Sentence {
        /** An identity policy that says this and nothing else. */
        default Policy toPolicy() {
            return IamPolicy.identity(this).policy();
        }
    }

    /** May stand in service control policies too: a Deny, or an Allow of {@code *} (R-TYPE-06). */
    interface InServiceControl extends InIdentity {}

    /** May stand in resource control policies too: a Deny of listed actions (R-TYPE-07). */
    interface InResourceControl extends InServiceControl {}

    /** May stand in the policy of a resource or of a VPC endpoint: it names principals and resources (R-TYPE-04, R-TYPE-08). */
    interface InResource extends Sentence {}

    /** May stand in a role trust policy: it names principals and no resource (R-TYPE-05). */
    interface InTrust extends Sentence {}
}
