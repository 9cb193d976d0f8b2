// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.model.Effect;
import java.util.ArrayList;
import java.util.List;

/** The denial of changes of tags while it is said (R-EXEC-123). */
record TagDenial(When keys, boolean onPrincipals, List<When> whens) implements ExecPolicy.TagGuard {
    TagDenial {
        whens = List.copyOf(whens);
    }

    TagDenial(String key, String... more) {
        this(When.tagKeys(key, more), false, List.of());
    }

    @Override
    public ExecPolicy.TagGuard onPrincipalsToo() {
        return new TagDenial(keys, true, whens);
    }

    @Override
    public ExecPolicy.TagGuard exceptFor(Target<Target.Role> roles) {
        List<When> all = new ArrayList<>(whens);
        all.add(When.notAs(roles));
        TagDenial denial = new TagDenial(keys, onPrincipals, all);
        denial.clauses();
        return denial;
    }

    @Override
    public List<Clause> clauses() {
        List<Clause> clauses =
                new ArrayList<>(denying(Actions.Ecs.TAG_RESOURCE.and(Actions.Ecs.UNTAG_RESOURCE), "NoRetagging"));
        if (onPrincipals) {
            clauses.addAll(principalClauses());
        }
        return List.copyOf(clauses);
    }

    List<Clause> principalClauses() {
        return denying(
                ActionSet.of(
                        Actions.Iam.TAG_ROLE,
                        Actions.Iam.UNTAG_ROLE,
                        Actions.Iam.TAG_USER,
                        Actions.Iam.UNTAG_USER,
                        Actions.Sts.TAG_SESSION), // a session tag takes the place of the own
                "NoRetaggingOfCallers");
    }

    private List<Clause> denying(ActionSet actions, String sid) {
        return StatementDraft.of(Effect.DENY, actions, false)
                .onEverything()
                .when(keys)
                .when(whens)
                .sid(sid)
                .clauses();
    }
}
