// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyVariables.Literal;
import io.execward.model.PolicyVariables.Piece;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One entry of {@code Resource} or {@code NotResource} (section B.3): a wildcard pattern over the whole ARN, in which a star that
 * ends one of the first five fields may run over colons and one inside such a field may not (R-RES-03, R-RES-04).
 */
public final class ResourceMatcher {
    private static final int FIELDS_BEFORE_RESOURCE = 5;

    /** What an entry says when a variable leaves it without meaning. */
    public enum Voided {
        /** Nothing matches it: the rule for {@code Resource}, and for {@code NotResource} in a Deny (R-VAR-07, U-14). */
        MATCHES_NOTHING,
        /** Everything matches it, so that an Allow with {@code NotResource} does not apply (U-14). */
        MATCHES_EVERYTHING
    }

    private final ResourcePattern pattern;
    private final boolean everything;
    private final boolean alwaysVoid;
    private final Voided whenVoid;
    private final Completion completion;
    private final Template template;
    private final List<Glob> globs;

    /** How fields that the pattern lacks are read (R-RES-08). */
    private enum Completion {
        /** Nothing is missing, or the text is taken as it stands. */
        NONE,
        /** Every missing field is a star, or the text is taken as it stands (U-20). */
        STARS,
        /** The entry matches nothing. */
        NEVER
    }

    private ResourceMatcher(
            ResourcePattern pattern, PolicyKind kind, boolean variables, boolean keepsEarlyVariables, Voided whenVoid) {
        this.pattern = pattern;
        this.everything = pattern.isEverything();
        this.whenVoid = whenVoid;
        this.template = Template.of(pattern.text(), variables);
        this.alwaysVoid = !keepsEarlyVariables && hasEarlyVariable(template);
        this.completion = completion(kind);
        this.globs = template.isConstant() ? globs(Context.empty()) : List.of();
    }

    /**
     * Compiles an entry.
     *
     * @param variables true if the document knows policy variables
     * @param keepsEarlyVariables true to resolve variables before the fifth colon, which only a Deny's {@code Resource} does (U-23)
     */
    public static ResourceMatcher of(
            ResourcePattern pattern, PolicyKind kind, boolean variables, boolean keepsEarlyVariables, Voided whenVoid) {
        return new ResourceMatcher(pattern, kind, variables, keepsEarlyVariables, whenVoid);
    }

    private static boolean hasEarlyVariable(Template template) {
        int colons = 0;
        for (Piece piece : template.pieces()) {
            if (piece instanceof Literal literal) {
                colons += colons(literal.text());
            } else if (colons < FIELDS_BEFORE_RESOURCE) {
                return true;
            }
        }
        return false;
    }

    /** The colons that separate fields: those outside variables. */
    private static int separators(Template template) {
        int colons = 0;
        for (Piece piece : template.pieces()) {
            colons += piece instanceof Literal literal ? colons(literal.text()) : 0;
        }
        return colons;
    }

    private Completion completion(PolicyKind kind) {
        if (everything || separators(template) >= FIELDS_BEFORE_RESOURCE) {
            return Completion.NONE;
        }
        return switch (kind) {
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> Completion.STARS;
            case SERVICE_CONTROL, RESOURCE_CONTROL -> Completion.NONE;
            case RESOURCE, ROLE_TRUST, VPC_ENDPOINT ->
                pattern.text().indexOf('*') >= 0 || pattern.text().indexOf('?') >= 0
                        ? Completion.NONE
                        : Completion.NEVER;
        };
    }

    /** Whether the entry matches the resource; UNKNOWN only through a variable whose key is unknown. */
    public Tri matches(Resource resource, Context context) {
        if (everything) {
            return Tri.TRUE;
        }
        if (alwaysVoid) {
            return Tri.of(whenVoid == Voided.MATCHES_EVERYTHING);
        }
        if (template.isConstant()) {
            return Tri.of(resource.arn().isPresent() && anyMatches(globs, resource.text()));
        }
        Tri resolves = template.resolves(context);
        if (resolves == Tri.FALSE) {
            return Tri.of(whenVoid == Voided.MATCHES_EVERYTHING);
        }
        if (resource.arn().isEmpty()) {
            // `*` is matched by the lone star only (R-RES-11); an entry that may yet turn out void is not ruled out.
            return resolves == Tri.TRUE || whenVoid == Voided.MATCHES_NOTHING ? Tri.FALSE : Tri.UNKNOWN;
        }
        if (resolves == Tri.UNKNOWN) {
            boolean ruledOut =
                    whenVoid == Voided.MATCHES_NOTHING && !resource.text().startsWith(prefix());
            return ruledOut ? Tri.FALSE : Tri.UNKNOWN;
        }
        return Tri.of(anyMatches(globs(context), resource.text()));
    }

    /** What an entry says of ARNs in some context. */
    public enum Reach {
        /** Every resource, {@code *} too. */
        EVERYTHING,
        /** No resource. */
        NOTHING,
        /** The ARNs that one of its patterns accepts. */
        PATTERNS
    }

    /** What {@link #matches} comes to in a context that knows every key of the entry's variables. */
    public Reach reach(Context context) {
        if (everything) {
            return Reach.EVERYTHING;
        }
        if (alwaysVoid || template.resolves(context) != Tri.TRUE) {
            return whenVoid == Voided.MATCHES_EVERYTHING ? Reach.EVERYTHING : Reach.NOTHING;
        }
        return completion == Completion.NEVER ? Reach.NOTHING : Reach.PATTERNS;
    }

    /** The patterns over the whole ARN, any of which does; only if {@link #reach} says so. */
    public List<Glob> patterns(Context context) {
        return template.isConstant() ? globs : globs(context);
    }

    /** True if the variables in the entry count; false for those that leave it void whatever their value. */
    public boolean hasLiveVariables() {
        return !everything && !alwaysVoid && !template.isConstant();
    }

    private static boolean anyMatches(List<Glob> globs, String text) {
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).matches(text)) {
                return true;
            }
        }
        return false;
    }

    private List<Glob> globs(Context context) {
        if (everything || completion == Completion.NEVER) {
            return List.of();
        }
        List<Glob> all = new ArrayList<>(2);
        all.add(glob(context, 0));
        if (completion == Completion.STARS) {
            all.add(glob(context, FIELDS_BEFORE_RESOURCE - separators(template)));
        }
        return all;
    }

    private static int colons(String text) {
        return (int) text.chars().filter(c -> c == ':').count();
    }

    private Glob glob(Context context, int missingFields) {
        Glob.Builder glob = new Glob.Builder();
        int colons = 0;
        for (int p = 0; p < template.pieces().size(); p++) {
            Piece piece = template.pieces().get(p);
            if (piece instanceof Literal literal) {
                boolean lastPiece = p == template.pieces().size() - 1;
                colons = append(glob, literal.text(), colons, lastPiece);
            } else {
                glob.literal(Template.text(piece, context));
            }
        }
        for (int i = 0; i < missingFields; i++) {
            glob.literal(":").run(true);
        }
        return glob.build();
    }

    /** Returns how many colons there are up to the end of this stretch. */
    private static int append(Glob.Builder glob, String text, int colonsBefore, boolean lastPiece) {
        int colons = colonsBefore;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean inResource = colons >= FIELDS_BEFORE_RESOURCE;
            boolean endsField = i == text.length() ? lastPiece : text.charAt(i) == ':';
            if (c == '*') {
                glob.run(inResource || endsField);
            } else if (c == '?') {
                glob.one(inResource);
            } else {
                glob.codePoint(c);
                colons += c == ':' ? 1 : 0;
            }
        }
        return colons;
    }

    /** What every matching ARN begins with; empty for the lone star and for entries that may be void in favour of matching. */
    public String prefix() {
        if (everything || whenVoid == Voided.MATCHES_EVERYTHING) {
            return "";
        }
        return literalPrefix(0);
    }

    /**
     * What the part behind the pattern's fifth colon begins with in every matching ARN, whichever of the ARN's colons that is;
     * empty if nothing is sure.
     */
    public String resourcePrefix() {
        if (everything || whenVoid == Voided.MATCHES_EVERYTHING) {
            return "";
        }
        int start = 0;
        for (int colons = 0; colons < FIELDS_BEFORE_RESOURCE; colons++) {
            start = pattern.text().indexOf(':', start) + 1;
            if (start == 0) {
                return "";
            }
        }
        boolean earlyVariable =
                pattern.text().lastIndexOf("${", start) >= 0 && pattern.text().indexOf("${") < start;
        return earlyVariable ? "" : literalPrefix(start);
    }

    private String literalPrefix(int from) {
        String text = pattern.text();
        int end = from;
        while (end < text.length()
                && text.charAt(end) != '*'
                && text.charAt(end) != '?'
                && !text.startsWith("${", end)) {
            end++;
        }
        return text.substring(from, end);
    }

    /** True if the entry is compared as it is written: no field is missing, and no variable stands before the fifth colon. */
    public boolean isPlainArn() {
        return separators(template) >= FIELDS_BEFORE_RESOURCE && !hasEarlyVariable(template);
    }

    /** True if the entry is the lone star. */
    public boolean isEverything() {
        return everything;
    }

    /** Shows the key of each variable. */
    public void forEachKey(Consumer<ConditionKey> action) {
        template.forEachKey(action);
    }

    /** The entry's text as the template of a policy variable, for those that look for values which make it match. */
    public Template template() {
        return template;
    }

    @Override
    public String toString() {
        return pattern.text();
    }
}
