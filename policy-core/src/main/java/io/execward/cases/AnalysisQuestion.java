// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.analyze.Answer;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.model.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What an {@link AnalysisCase} asks. */
public sealed interface AnalysisQuestion {
    /** Answers for each kind. */
    <R> R match(Function<? super Claim, R> claim, Function<? super WhoCan, R> whoCan);

    /** One claim about all requests. */
    final class Claim implements AnalysisQuestion {
        private final Function<PolicyAnalyzer, Answer> prover;
        private final Predicate<Request> refuter;

        Claim(Function<PolicyAnalyzer, Answer> prover, Predicate<Request> refuter) {
            this.prover = prover;
            this.refuter = refuter;
        }

        /** What the analyzer says of it. */
        public Answer prove(PolicyAnalyzer analyzer) {
            return prover.apply(analyzer);
        }

        /** Whether the engine finds the claim false of this request. */
        public boolean isRefutedBy(Request request) {
            return refuter.test(request);
        }

        @Override
        public <R> R match(Function<? super Claim, R> claim, Function<? super WhoCan, R> whoCan) {
            return claim.apply(this);
        }
    }

    /** How many of the requests that match are allowed, caller by caller. */
    record WhoCan(List<Caller> callers) implements AnalysisQuestion {
        public WhoCan {
            callers = List.copyOf(callers);
        }

        @Override
        public <R> R match(Function<? super Claim, R> claim, Function<? super WhoCan, R> whoCan) {
            return whoCan.apply(this);
        }
    }

    /** One caller and the two claims that tell its share. */
    record Caller(String arn, Claim never, Claim always) {
        /** The caller's share; empty if it is not known. */
        public Optional<Share> share(PolicyAnalyzer analyzer) {
            Optional<Boolean> none = truth(never.prove(analyzer));
            if (none.equals(Optional.of(true))) {
                return Optional.of(Share.NEVER);
            }
            Optional<Boolean> all = truth(always.prove(analyzer));
            if (all.equals(Optional.of(true))) {
                return Optional.of(Share.ALWAYS);
            }
            return none.isPresent() && all.isPresent() ? Optional.of(Share.CONDITIONAL) : Optional.empty();
        }

        private static Optional<Boolean> truth(Answer answer) {
            return answer.match(
                    holds -> Optional.of(true), fails -> Optional.of(false), unknown -> Optional.<Boolean>empty());
        }
    }

    /** How many requests are allowed. */
    enum Share {
        ALWAYS("always"),
        NEVER("never"),
        CONDITIONAL("conditional");

        private final String text;

        Share(String text) {
            this.text = text;
        }

        /** The word of the case files. */
        public String text() {
            return text;
        }

        static Optional<Share> of(String text) {
            for (Share share : values()) {
                if (share.text.equals(text)) {
                    return Optional.of(share);
                }
            }
            return Optional.empty();
        }
    }
}
