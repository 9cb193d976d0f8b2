// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceSpan;
import io.execward.dsl.Sentence;
import io.execward.json.JsonLimits;
import io.execward.json.PolicyDocument;
import io.execward.json.PolicyJson;
import io.execward.model.Arn;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyVersion;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One policy: its statements become JSON text that knows its places, and the strict reader makes the policy of it. */
final class PolicyLowering {
    private static final JsonLimits LIMITS = JsonLimits.defaults()
            .withMaxCharacters(2 * StatementText.MOST_CHARACTERS)
            .withMaxValues(StatementText.MOST_CHARACTERS)
            .withMaxStringLength(StatementText.MOST_CHARACTERS);

    private final PolicyBlock block;
    private final Names names;
    private final Problems problems;
    private final CatalogWarnings catalog;
    private final DocumentText text = new DocumentText();
    private final StatementText writer;
    private final List<Stmt> origins = new ArrayList<>();
    private final SentenceSids sids;

    PolicyLowering(PolicyBlock block, Names names, Problems problems, CatalogWarnings catalog) {
        this.block = block;
        this.names = names;
        this.problems = problems;
        this.catalog = catalog;
        this.writer = new StatementText(text);
        this.sids = new SentenceSids(block.statements());
    }

    /** The policy; empty if something is wrong with it, which is reported. */
    Optional<LoweredPolicy> lower() {
        int before = problems.errorCount();
        List<Resolved> holders = block.holder().map(this::holders).orElse(List.of());
        Optional<Resolved> resource =
                block.resource().flatMap(value -> names.value(value, problems)).flatMap(this::arn);
        text.begin(block.span()).open('{');
        options();
        text.name("Statement").open('[');
        for (Stmt statement : block.statements()) {
            statement.match(new Writer());
            if (text.length() > StatementText.MOST_CHARACTERS) {
                problems.error(
                        "LANG-002",
                        block.name().span(),
                        "the policy has more than " + StatementText.MOST_CHARACTERS
                                + " characters with its names resolved",
                        "divide it");
                return Optional.empty();
            }
        }
        text.close(']').close('}').end();
        Optional<PolicyDocument> document = document();
        if (document.isEmpty() || problems.errorCount() > before) {
            return Optional.empty();
        }
        List<LoweredStatement> statements = new ArrayList<>();
        List<Statement> all = document.get().policy().statements();
        for (int i = 0; i < all.size(); i++) {
            statements.add(new LoweredStatement(all.get(i), origins.get(i)));
        }
        return Optional.of(new LoweredPolicy(
                block,
                holders,
                resource,
                document.get().policy(),
                text.translated(document.get().sources()),
                statements));
    }

    private Optional<PolicyDocument> document() {
        try {
            PolicyDocument document = PolicyJson.parse(text.source(), block.kind(), LIMITS);
            document.warnings().forEach(warning -> problems.accept(text.translated(warning)));
            return Optional.of(document);
        } catch (PolicySyntaxException e) {
            e.diagnostics().forEach(problem -> problems.accept(text.translated(problem)));
            return Optional.empty();
        }
    }

    private void options() {
        boolean silent = true;
        for (PolicyBlock.Option option : block.options()) {
            silent &= option instanceof PolicyBlock.Option.Id;
            if (option instanceof PolicyBlock.Option.Version version) {
                option("Version", version.text().value(), version.text().span(), version.span());
            } else if (option instanceof PolicyBlock.Option.Id id) {
                option("Id", id.text().value(), id.text().span(), id.span());
            }
        }
        if (silent) {
            SourceSpan name = block.name().span();
            option("Version", PolicyVersion.V2012_10_17.text(), name, name);
        }
    }

    private void option(String member, String value, SourceSpan at, SourceSpan around) {
        text.begin(around).name(member, around).string(value, at).end();
    }

    /** True unless the options say an older version or none; a version that is none is reported elsewhere. */
    private boolean hasVariables() {
        return block.options().stream()
                .noneMatch(option -> option instanceof PolicyBlock.Option.NoVersion
                        || (option instanceof PolicyBlock.Option.Version version
                                && version.text().value().equals(PolicyVersion.V2008_10_17.text())));
    }

    private List<Resolved> holders(Reference reference) {
        List<Resolved> holders = new ArrayList<>();
        for (Resolved holder : names.things(reference, problems)) {
            boolean other = holder.type()
                    .filter(type -> type != ResourceType.ROLE && type != ResourceType.USER)
                    .isPresent();
            if (other) {
                problems.error(
                        "LANG-024",
                        holder.span(),
                        "a policy is for a role or a user, and `"
                                + holder.span().text() + "` is neither",
                        "write such as `for role \"OnCall\"`");
            } else {
                arn(holder).ifPresent(holders::add);
            }
        }
        return holders;
    }

    private Optional<Resolved> arn(Resolved value) {
        if (Arn.tryOf(value.text()).isPresent()) {
            return Optional.of(value);
        }
        problems.error(
                "LANG-023",
                value.span(),
                "`" + value.text() + "` is not an ARN",
                "write the whole ARN, or a kind before the name, such as `role \"OnCall\"`");
        return Optional.empty();
    }

    /** Writes each statement; answers nothing that is used. */
    private final class Writer implements Stmt.Cases<Boolean> {
        private final SentenceLowering sentences = new SentenceLowering(names, problems);

        @Override
        public Boolean allowExec(Stmt.AllowExec statement) {
            return says(statement, true, sentences.lower(statement));
        }

        @Override
        public Boolean ownSessions(Stmt.OwnSessions statement) {
            return says(statement, true, sentences.lower(statement));
        }

        @Override
        public Boolean denyExec(Stmt.DenyExec statement) {
            return says(statement, false, sentences.lower(statement));
        }

        @Override
        public Boolean denyLaunch(Stmt.DenyLaunch statement) {
            return says(statement, false, sentences.lower(statement));
        }

        @Override
        public Boolean denySessions(Stmt.DenySessions statement) {
            return says(statement, false, sentences.lower(statement));
        }

        @Override
        public Boolean protectTags(Stmt.ProtectTags statement) {
            return says(statement, false, sentences.lower(statement));
        }

        @Override
        public Boolean general(Stmt.General statement) {
            boolean written = new GeneralLowering(names, problems, catalog).write(statement, writer);
            if (written) {
                origins.add(statement);
            }
            return written;
        }

        private boolean says(Stmt statement, boolean grants, Optional<Sentence> sentence) {
            if (!fits(statement, grants) || sentence.isEmpty()) {
                return false;
            }
            SourceSpan span = statement.span();
            for (Sentence.Clause clause : sentence.get().clauses()) {
                if (!hasVariables() && StatementText.hasVariable(clause.statement())) {
                    problems.accept(Diagnostic.error(
                            "R-VAR-02",
                            span,
                            "the sentence needs a policy variable, which a document without version 2012-10-17 takes for text",
                            "leave the version out of the policy: it is then 2012-10-17"));
                    return false;
                }
                sids.added(clause.statement()).ifPresent(one -> {
                    writer.write(one, span);
                    origins.add(statement);
                });
            }
            return true;
        }

        private boolean fits(Stmt statement, boolean grants) {
            PolicyKind kind = block.kind();
            if (kind.namesPrincipals()) {
                problems.error(
                        kind.rule(),
                        statement.span(),
                        "the sentence names no principal, which a statement of " + kind.withArticle() + " has to",
                        "write a statement with `principal`, `action` and `resource`");
                return false;
            }
            if (grants && kind == PolicyKind.SERVICE_CONTROL) {
                problems.error(
                        kind.rule(),
                        statement.span(),
                        "a service control policy limits and does not grant",
                        "write the grant in a `policy`; here write what is denied");
                return false;
            }
            return true;
        }
    }
}
