// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.ecs.Caller;
import io.execward.ecs.OperationRequest;
import io.execward.model.Action;
import io.execward.model.Context;
import io.execward.model.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One API call of a road, by whomever makes it.
 *
 * @param by the call as somebody makes it
 * @param like the call as somebody makes it about whom nothing is told: calls are the same if these are equal
 * @param open facts that whoever calls may choose; empty if the call is as it is
 * @param only the action whose checks are meant; empty for the whole call
 */
record Call(Function<Caller, OperationRequest> by, OperationRequest like, Context open, Optional<Action> only) {
    private static final Context ANY_TAGS = Context.builder()
            .unknownFamily("aws:RequestTag/")
            .unknown("aws:RequestTag/any")
            .unknown("aws:TagKeys")
            .build();

    static Call of(Caller nobody, Function<Caller, OperationRequest> by) {
        return new Call(by, by.apply(nobody), Context.empty(), Optional.empty());
    }

    /** The same with whatever tags in place of its own, which are called {@code any}. */
    Call withAnyTags() {
        return new Call(by, like, ANY_TAGS, only);
    }

    /** The checks of this action alone, with these facts left to the caller. */
    Call choosing(Action action, Context facts) {
        return new Call(by, like, facts, Optional.of(action));
    }

    List<Request> requests(Caller caller) {
        return requests(by.apply(caller));
    }

    /** As made by somebody about whom nothing is told. */
    List<Request> requests() {
        return requests(like);
    }

    private List<Request> requests(OperationRequest operation) {
        List<Request> requests = operation.requests();
        if (open.isEmpty() && only.isEmpty()) {
            return requests;
        }
        return requests.stream()
                .filter(request -> only.isEmpty() || only.get().sameAs(request.action()))
                .map(request -> request.with(request.context().plus(open)))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Call that && open.equals(that.open) && only.equals(that.only) && like.equals(that.like);
    }

    @Override
    public int hashCode() {
        return like.hashCode();
    }
}
