// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.Blocker;
import io.execward.evaluate.StatementRef;
import io.execward.model.PolicyKind;
import java.util.Objects;
import java.util.Optional;

/** The reason that a verdict is expected to have: a layer, or what a text names. */
sealed interface Because {
    /** True if this is among the reasons. */
    boolean holds(Judgement judgement, Judges judges);

    /** As the test writes it. */
    String words();

    /** This layer decides: of a refusal it denies or lacks an Allow, of an allowed call it allows. */
    record Layer(PolicyKind kind) implements Because {
        public Layer {
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public boolean holds(Judgement judgement, Judges judges) {
            return judgement.blockers().anyMatch(blocker -> blocker.kind().equals(Optional.of(kind)))
                    || judgement.decisive().anyMatch(statement -> statement.kind() == kind);
        }

        @Override
        public String words() {
            return kind.text();
        }
    }

    /** A statement of this Sid, or of the policy of this name, decides; or the only policy of a layer, named so, has no Allow. */
    record Named(String name, Optional<PolicyKind> layer) implements Because {
        public Named {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(layer, "layer");
        }

        @Override
        public boolean holds(Judgement judgement, Judges judges) {
            return judgement.decisive().anyMatch(this::is)
                    || judgement.blockers().anyMatch(blocker -> isSilent(blocker, judges));
        }

        private boolean is(StatementRef statement) {
            return layer.map(kind -> kind == statement.kind()).orElse(true)
                    && (statement.policy().equals(name) || statement.sid().equals(Optional.of(name)));
        }

        private boolean isSilent(Blocker blocker, Judges judges) {
            return !blocker.isExplicit()
                    && blocker.kind()
                            .filter(kind -> layer.map(kind::equals).orElse(true))
                            .map(judges::names)
                            .filter(names -> names.size() == 1 && names.contains(name))
                            .isPresent();
        }

        @Override
        public String words() {
            return layer.map(kind -> kind.text() + " ").orElse("") + "`" + name + "`";
        }
    }
}
