// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Action;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks of one action while they are put together: what is derived goes in, what the caller told comes on top. */
final class Draft {
    private final Caller caller;
    private final Action action;
    private final boolean linked;
    private final Context.Builder derived = Context.builder();
    private Optional<String> owner = Optional.empty();
    private @Nullable Context context;

    private Draft(Caller caller, String action, boolean linked) {
        this.caller = caller;
        this.action = Action.of(action);
        this.linked = linked;
    }

    /** Checks of the operation's own action, in this Region. */
    static Draft of(Caller caller, String action, String region) {
        return new Draft(caller, action, false).put("aws:RequestedRegion", region);
    }

    /** Checks of another action that the operation needs: what was told about the operation's target does not hold for them (U-EXEC-14). */
    static Draft linked(Caller caller, String action) {
        return new Draft(caller, action, true);
    }

    /** The resources belong to this account; otherwise their ARNs tell, or nothing does. */
    Draft ownedBy(String account) {
        owner = Optional.of(account);
        return put("aws:ResourceAccount", account);
    }

    Draft put(String key, String... values) {
        derived.put(key, values);
        return this;
    }

    Draft put(String key, ContextValue value) {
        derived.put(ConditionKey.of(key), value);
        return this;
    }

    Draft put(Context facts) {
        derived.addAll(facts);
        return this;
    }

    /** The request may carry the key or not, unless everything was told. */
    Draft unknown(String key) {
        if (!caller.isComplete()) {
            derived.unknown(key);
        }
        return this;
    }

    Draft unknownFamily(String prefix) {
        if (!caller.isComplete()) {
            derived.unknownFamily(prefix);
        }
        return this;
    }

    /**
     * The check of one resource, after everything was put in.
     *
     * @param about what holds for this resource only
     */
    OperationCheck check(String subject, String resource, Context about) {
        // The checks of one draft share one context, so that they are seen to be one call without comparing it key by
        // key.
        if (context == null) {
            context = build();
        }
        List<Resource> resources = List.of(Resource.of(resource).with(about));
        Request request = new Request(caller.principal(), action, resources, owner, context, caller.flags());
        boolean assumed = caller.untold() == Untold.ASSUMED_ABSENT;
        return new OperationCheck(subject, assumed ? AssumedAbsence.of(request, caller.told()) : request);
    }

    private Context build() {
        Context base = caller.facts().plus(derived.build());
        Context all = base.plus(caller.told());
        return linked ? all.plus(withoutTarget(base)) : all;
    }

    /** What was told about the operation's target, taken back (U-EXEC-14). */
    private Context withoutTarget(Context base) {
        Context.Builder back = Context.builder();
        for (ConditionKey key : caller.told().keys()) {
            if (isOfTarget(key.folded())) {
                back.put(key, base.get(key));
            }
        }
        return back.build();
    }

    private static boolean isOfTarget(String key) {
        return key.startsWith("ecs:")
                || (key.startsWith("ssm:") && !key.equals("ssm:sourceinstancearn"))
                || key.startsWith("aws:resourcetag/")
                || key.startsWith("aws:requesttag/")
                || key.equals("aws:tagkeys")
                || key.equals("aws:resourceaccount")
                || key.equals("aws:resourceorgid")
                || key.equals("aws:resourceorgpaths");
    }
}
