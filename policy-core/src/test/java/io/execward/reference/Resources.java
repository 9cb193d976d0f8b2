// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.reference.Glob.Atom;
import java.util.ArrayList;
import java.util.List;

/** {@code Resource} and {@code NotResource} (section B.3). */
final class Resources {
    private final PolicyKind kind;
    private final boolean hasVariables;
    private final Effect effect;
    private final Resource resource;
    private final Context context;

    /** The element stands in a statement of this effect, in a policy of this kind. */
    Resources(PolicyKind kind, boolean hasVariables, Effect effect, Resource resource, Context context) {
        this.kind = kind;
        this.hasVariables = hasVariables;
        this.effect = effect;
        this.resource = resource;
        this.context = context;
    }

    boolean covers(Scope<ResourcePattern> scope) {
        return scope.match(only -> isOneOf(only.patterns()), allExcept -> isNoneOf(allExcept.patterns()));
    }

    /** R-RES-10; an empty list is inert (R-GRAM-12). */
    private boolean isOneOf(List<ResourcePattern> patterns) {
        for (ResourcePattern pattern : patterns) {
            // U-23: a Deny puts a misplaced variable in, an Allow with one is good for nothing
            boolean isUsable = isResolved(pattern) && (effect == Effect.DENY || !hasMisplacedVariable(pattern));
            if (isUsable && matches(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** R-RES-09. */
    private boolean isNoneOf(List<ResourcePattern> patterns) {
        if (patterns.isEmpty()) {
            return effect == Effect.DENY; // U-24
        }
        for (ResourcePattern pattern : patterns) {
            boolean isUsable = isResolved(pattern) && !hasMisplacedVariable(pattern);
            if (!isUsable && effect == Effect.ALLOW) {
                return false; // U-14, U-23: the Allow does not apply; for a Deny the entry just matches nothing
            }
            if (isUsable && matches(pattern)) {
                return false;
            }
        }
        return true;
    }

    /** R-RES-14. */
    private boolean isResolved(ResourcePattern pattern) {
        return template(pattern).isResolvedBy(context);
    }

    /** R-RES-13: variables stand behind the fifth colon; without a fifth colon there is no place for them. */
    private boolean hasMisplacedVariable(ResourcePattern pattern) {
        return template(pattern).fields().stream().limit(5).anyMatch(Template::hasVariable);
    }

    private Template template(ResourcePattern pattern) {
        return Template.of(pattern.text(), hasVariables);
    }

    private boolean matches(ResourcePattern pattern) {
        if (pattern.text().equals("*")) {
            return true; // R-RES-01
        }
        if (resource.text().equals("*")) {
            return false; // R-RES-11
        }
        List<Template> fields = template(pattern).fields();
        if (fields.size() == 6) {
            return Glob.matches(atoms(fields), resource.text());
        }
        return switch (kind) { // R-RES-08
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION ->
                Glob.matches(atoms(padded(fields)), resource.text())
                        || Glob.matches(atoms(fields), resource.text()); // U-20
            case SERVICE_CONTROL, RESOURCE_CONTROL -> Glob.matches(atoms(fields), resource.text());
            case RESOURCE, ROLE_TRUST, VPC_ENDPOINT ->
                atoms(fields).stream().anyMatch(Atom::isWildcard) && Glob.matches(atoms(fields), resource.text());
        };
    }

    /** R-RES-08: every missing field counts as a star. */
    private static List<Template> padded(List<Template> fields) {
        List<Template> padded = new ArrayList<>(fields);
        while (padded.size() < 6) {
            padded.add(Template.of("*", false));
        }
        return padded;
    }

    /**
     * One pattern over the whole ARN, as section B.3 recommends: a star in the sixth field (R-RES-03) or at the end of
     * an earlier one (R-RES-04) passes colons; any other star and question mark of the first five fields does not.
     */
    private List<Atom> atoms(List<Template> fields) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                atoms.add(Atom.literal(':'));
            }
            atoms.addAll(
                    i == 5
                            ? fields.get(i).atoms(context)
                            : fields.get(i).atoms(context, Atom.RUN_BUT_COLON, Atom.RUN, Atom.ONE_BUT_COLON));
        }
        return atoms;
    }
}
