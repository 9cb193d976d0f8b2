// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.lang.internal.parser.ExecBaseVisitor;
import io.execward.lang.internal.parser.ExecParser;
import java.util.Optional;

/** What stands between the name of a policy and its brace. */
final class PolicyHead {
    private final Shapes shapes;
    private Optional<Reference> holder = Optional.empty();
    private Optional<Value> resource = Optional.empty();
    private Optional<Text> level = Optional.empty();

    PolicyHead(Shapes shapes) {
        this.shapes = shapes;
    }

    void add(ExecParser.PolicyHeadContext context) {
        boolean fresh = new Reader().visit(context);
        if (!fresh) {
            Twice.report(shapes, context.getStart(), "`" + context.getStart().getText() + "`", "of the policy");
        }
    }

    Optional<Reference> holder() {
        return holder;
    }

    Optional<Value> resource() {
        return resource;
    }

    Optional<Text> level() {
        return level;
    }

    /** Answers false for what was there already. */
    private final class Reader extends ExecBaseVisitor<Boolean> {
        @Override
        public Boolean visitHolder(ExecParser.HolderContext context) {
            boolean fresh = holder.isEmpty();
            holder = Optional.of(shapes.reference(context, context.kind(), context.values()));
            return fresh;
        }

        @Override
        public Boolean visitOnResource(ExecParser.OnResourceContext context) {
            boolean fresh = resource.isEmpty();
            resource = Optional.of(shapes.value(context.value()));
            return fresh;
        }

        @Override
        public Boolean visitAtLevel(ExecParser.AtLevelContext context) {
            boolean fresh = level.isEmpty();
            level = Optional.of(shapes.text(context.STRING().getSymbol()));
            return fresh;
        }
    }
}
