// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import java.util.List;

/** Ending one's own direct sessions, in the form for users and in that for roles (R-EXEC-24). */
record OwnSessions() implements ExecPolicy.NeedsKindOfCaller {
    @Override
    public Sentence.InIdentity ofUsers(Place place) {
        return said(IamPolicy.allow(Actions.Ssm.TERMINATE_SESSION, Actions.Ssm.RESUME_SESSION)
                .on(place.sessionsOfUser())
                .sid("EndOwnSessions"));
    }

    @Override
    public Sentence.InIdentity ofRoles(Place place) {
        return said(IamPolicy.allow(Actions.Ssm.TERMINATE_SESSION, Actions.Ssm.RESUME_SESSION)
                .on(place.sessions())
                .when(When.sessionIsOwn())
                .sid("EndOwnSessions"));
    }

    /** Without the stages of a statement, which are over. */
    private static Sentence.InIdentity said(Sentence sentence) {
        record Said(List<Clause> clauses) implements Sentence.InIdentity {}
        return new Said(sentence.clauses());
    }
}
