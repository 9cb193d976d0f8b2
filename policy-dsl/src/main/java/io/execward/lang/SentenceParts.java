// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.dsl.Place;
import io.execward.dsl.Target;
import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What sentences are made of, as Java takes it; empty where something is wrong, which is reported. */
final class SentenceParts {
    private final Names names;
    private final Problems problems;

    SentenceParts(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    Optional<Target<Target.Key>> key(Value value) {
        Values one = new Values(value.span(), List.of(value));
        List<Resolved> keys = names.things(one, ResourceType.KEY, problems);
        return keys.isEmpty()
                ? Optional.empty()
                : said(value.span(), () -> Target.key(keys.get(0).text()));
    }

    Optional<Target<Target.Role>> roles(Reach.ExceptFor exception) {
        List<Resolved> resolved = names.things(exception.roles(), ResourceType.ROLE, problems);
        Optional<Target<Target.Role>> all = Optional.empty();
        for (Resolved role : resolved) {
            Optional<Target<Target.Role>> one = said(role.span(), () -> role(role.text()));
            Optional<Target<Target.Role>> before = all;
            all = one.map(target -> before.map(list -> list.and(target)).orElse(target))
                    .or(() -> before);
        }
        if (resolved.isEmpty()) {
            needsOne(exception.roles(), "role");
        }
        return all;
    }

    /** A role, or with wildcards roles of one account. */
    private static Target<Target.Role> role(String text) {
        boolean pattern = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        Optional<Arn> arn = pattern ? Arn.tryOf(text) : Optional.empty();
        if (arn.isPresent()
                && arn.get().service().equals("iam")
                && arn.get().region().isEmpty()
                && arn.get().resource().startsWith("role/")) {
            return Place.of(arn.get().partition(), "*", arn.get().account())
                    .rolesLike(arn.get().resource().substring("role/".length()));
        }
        return Target.role(text);
    }

    Optional<List<ClusterArn>> clusters(Values values) {
        List<ClusterArn> clusters = new ArrayList<>();
        List<Resolved> resolved = names.things(values, ResourceType.CLUSTER, problems);
        for (Resolved cluster : resolved) {
            said(cluster.span(), () -> ClusterArn.of(cluster.text())).ifPresent(clusters::add);
        }
        if (resolved.isEmpty()) {
            needsOne(values, "cluster");
        }
        return clusters.isEmpty() || clusters.size() < resolved.size() ? Optional.empty() : Optional.of(clusters);
    }

    <T> Optional<T> texts(Values values, BiFunction<String, String[], T> sentence) {
        List<String> texts =
                names.values(values, problems).stream().map(Resolved::text).toList();
        if (texts.isEmpty()) {
            needsOne(values, "value");
            return Optional.empty();
        }
        return said(values.span(), () -> sentence.apply(texts.get(0), rest(texts, String[]::new)));
    }

    /** Nothing is said about values that could not be resolved: that is reported already. */
    private void needsOne(Values values, String what) {
        if (values.items().isEmpty()) {
            problems.error(
                    "LANG-025",
                    values.span(),
                    "a sentence needs at least one " + what + " here",
                    "write one; to say nothing here, leave the part out");
        }
    }

    Optional<Instant> instant(Text text) {
        try {
            return Optional.of(Instant.parse(text.value()));
        } catch (DateTimeException e) {
            problems.error(
                    "LANG-032",
                    text.span(),
                    "`" + text.value() + "` is not a time",
                    "write such as `\"2027-01-01T00:00:00Z\"`");
            return Optional.empty();
        }
    }

    <T> Optional<T> said(SourceSpan span, Supplier<T> sentence) {
        try {
            return Optional.of(sentence.get());
        } catch (IllegalArgumentException refusal) {
            problems.accept(Wording.of(refusal, span));
            return Optional.empty();
        }
    }

    static <T> T[] rest(List<T> list, Function<Integer, T[]> array) {
        return list.subList(1, list.size()).toArray(array.apply(0));
    }
}
