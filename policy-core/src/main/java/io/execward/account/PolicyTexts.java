// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceMap;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.json.PolicyDocument;
import io.execward.json.PolicyJson;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the policies of an account's documents and remembers where each stands. */
final class PolicyTexts {
    private final Findings findings;
    private final JsonLimits limits;
    private final Map<AttachedPolicy, SourceMap> sources = new LinkedHashMap<>();

    PolicyTexts(Findings findings, JsonLimits limits) {
        this.findings = findings;
        this.limits = limits;
    }

    Map<AttachedPolicy, SourceMap> sources() {
        return sources;
    }

    /** A policy that is an object or a text; empty if IAM would refuse it, which is an error. */
    Optional<AttachedPolicy> read(String name, PolicyKind kind, JsonValue document) {
        return document instanceof JsonString string ? decoded(name, kind, string) : plain(name, kind, document);
    }

    private Optional<AttachedPolicy> plain(String name, PolicyKind kind, JsonValue value) {
        try {
            PolicyDocument document = PolicyJson.parse(value, kind);
            document.warnings().forEach(findings::add);
            return Optional.of(known(name, document, PolicyJson.sources(value.span(), limits)));
        } catch (PolicySyntaxException e) {
            e.diagnostics().forEach(findings::add);
            return Optional.empty();
        }
    }

    private Optional<AttachedPolicy> decoded(String name, PolicyKind kind, JsonString string) {
        EncodedText text;
        try {
            text = new EncodedText(string);
        } catch (PolicySyntaxException e) {
            e.diagnostics().forEach(findings::add);
            return Optional.empty();
        }
        try {
            PolicyDocument document = PolicyJson.parse(Json.parse(text.source(), limits), kind);
            for (Diagnostic warning : document.warnings()) {
                findings.add(text.outer(warning));
            }
            return Optional.of(known(name, document, sources(string)));
        } catch (PolicySyntaxException e) {
            e.diagnostics().forEach(problem -> findings.add(text.outer(problem)));
            return Optional.empty();
        }
    }

    /** Decodes again whenever it is asked: most policies are never looked up. */
    private SourceMap sources(JsonString string) {
        return path -> {
            EncodedText text = new EncodedText(string);
            int end = text.source().text().length();
            return PolicyJson.sources(text.source().span(0, end), limits)
                    .span(path)
                    .map(text::outer);
        };
    }

    private AttachedPolicy known(String name, PolicyDocument document, SourceMap map) {
        AttachedPolicy policy = new AttachedPolicy(name, document.policy());
        sources.putIfAbsent(policy, map);
        return policy;
    }
}
