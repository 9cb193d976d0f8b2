// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyVersion;
import java.util.ArrayList;
import java.util.List;

/** Statements as words, in the order in which people write them; {@link Layout} puts them on lines. */
final class StatementPrinter implements Stmt.Cases<StatementPrinter> {
    private final List<Lexeme> out = new ArrayList<>();

    /** What was printed so far. */
    Lexemes lexemes() {
        return Lexemes.of(out);
    }

    /** A file that has these settings and this policy. */
    StatementPrinter file(
            List<Item.Setting> settings, PolicyKind kind, String name, Policy document, List<Stmt> statements) {
        settings.forEach(setting -> keywords(setting.kind().name()).key(setting.value()));
        keywords(kind(kind)).string(name).sign("{");
        if (document.version().isEmpty()) {
            keywords("no version");
        }
        document.version()
                .filter(version -> version != PolicyVersion.V2012_10_17)
                .ifPresent(version -> keywords("version").string(version.text()));
        document.id().ifPresent(id -> keywords("id").string(id));
        statements.forEach(statement -> statement.match(this));
        return sign("}");
    }

    /** The words that a policy of the kind begins with. */
    static String kind(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY -> "policy";
            case PERMISSIONS_BOUNDARY -> "permissions boundary";
            case SESSION -> "session policy";
            case RESOURCE -> "resource policy";
            case ROLE_TRUST -> "trust policy";
            case SERVICE_CONTROL -> "service control policy";
            case RESOURCE_CONTROL -> "resource control policy";
            case VPC_ENDPOINT -> "endpoint policy";
        };
    }

    @Override
    public StatementPrinter allowExec(Stmt.AllowExec statement) {
        keywords("allow exec in");
        keywords(statement.clusters().items().size() > 1 ? "clusters" : "cluster")
                .values(statement.clusters());
        String joint = "where";
        for (Limit limit : statement.limits()) {
            keywords(joint);
            limit.match(new Limits());
            joint = "and";
        }
        for (GrantOption option : statement.options()) {
            option.match(
                    closed -> keywords("with side doors closed"),
                    listing -> keywords("with listing"),
                    noDescribing -> keywords("without describing"),
                    encrypted -> keywords("encrypted with key").value(encrypted.key()));
        }
        return because(statement);
    }

    private final class Limits implements Limit.Cases<StatementPrinter> {
        @Override
        public StatementPrinter tag(Limit.Tag limit) {
            keywords(limit.onCluster() ? "cluster tag" : "task tag").key(limit.key());
            return limit.values().map(StatementPrinter.this::equalTo).orElseGet(() -> keywords("as caller"));
        }

        @Override
        public StatementPrinter container(Limit.Container limit) {
            return keywords("container").equalTo(limit.names());
        }

        @Override
        public StatementPrinter mfa(Limit.Mfa limit) {
            return keywords("mfa younger than").age(limit.age());
        }

        @Override
        public StatementPrinter from(Limit.From limit) {
            return keywords("from").values(limit.addresses());
        }

        @Override
        public StatementPrinter through(Limit.Through limit) {
            return keywords("through").values(limit.endpoints());
        }

        @Override
        public StatementPrinter time(Limit.Time limit) {
            return keywords(limit.end() ? "before" : "not before")
                    .string(limit.time().value());
        }
    }

    @Override
    public StatementPrinter ownSessions(Stmt.OwnSessions statement) {
        keywords("allow ending own sessions of").keywords(statement.ofRoles() ? "roles" : "users");
        return (statement.anyRegion() ? keywords("in any region") : this).because(statement);
    }

    @Override
    public StatementPrinter denyExec(Stmt.DenyExec statement) {
        keywords("deny exec");
        statement.reach().forEach(reach -> reach.match(new Reaches()));
        return because(statement);
    }

    private final class Reaches implements Reach.Cases<StatementPrinter> {
        @Override
        public StatementPrinter containers(Reach.Containers reach) {
            return keywords(reach.except() ? "into containers except" : "into container")
                    .values(reach.names());
        }

        @Override
        public StatementPrinter clusters(Reach.Clusters reach) {
            return keywords(reach.except() ? "in clusters except" : "in cluster")
                    .values(reach.clusters());
        }

        @Override
        public StatementPrinter withoutMfa(Reach.WithoutMfa reach) {
            return keywords("without mfa younger than").age(reach.age());
        }

        @Override
        public StatementPrinter anywhere(Reach.Anywhere reach) {
            return keywords("anywhere");
        }

        @Override
        public StatementPrinter exceptFor(Reach.ExceptFor reach) {
            return keywords("except for role").values(reach.roles());
        }
    }

    @Override
    public StatementPrinter denyLaunch(Stmt.DenyLaunch statement) {
        keywords("deny launch with exec enabled");
        statement.clusters().forEach(clusters -> keywords("in cluster").values(clusters));
        statement
                .omitted()
                .forEach(omitted ->
                        sign(",").keywords(omitted.passes() ? "omitted flag passes" : "omitted flag refused"));
        return exceptions(statement.exceptions()).because(statement);
    }

    @Override
    public StatementPrinter denySessions(Stmt.DenySessions statement) {
        statement
                .clusters()
                .ifPresentOrElse(
                        clusters ->
                                keywords("deny sessions on tasks of cluster").values(clusters),
                        () -> keywords("deny sessions on any task"));
        return exceptions(statement.exceptions()).because(statement);
    }

    @Override
    public StatementPrinter protectTags(Stmt.ProtectTags statement) {
        keywords(statement.keys().size() > 1 ? "protect tags" : "protect tag");
        for (int i = 0; i < statement.keys().size(); i++) {
            (i == 0 ? this : sign(",")).key(statement.keys().get(i));
        }
        if (statement.onPrincipals()) {
            sign(",").keywords("also on principals");
        }
        return exceptions(statement.exceptions()).because(statement);
    }

    private StatementPrinter exceptions(List<Reach.ExceptFor> exceptions) {
        exceptions.forEach(exception -> new Reaches().exceptFor(exception));
        return this;
    }

    @Override
    public StatementPrinter general(Stmt.General statement) {
        keywords(statement.effect() == Effect.ALLOW ? "allow" : "deny");
        statement.sid().ifPresent(sid -> string(sid.value()));
        statement.principals().ifPresent(this::principals);
        statement.actions().ifPresent(actions -> listed("action", actions));
        statement.resources().ifPresent(resources -> listed("resource", resources));
        String joint = "when";
        for (Stmt.Test test : statement.conditions()) {
            keywords(joint).plain(test.operator().text()).string(test.key().value());
            equalTo(test.values());
            joint = "and";
        }
        return because(statement);
    }

    private void principals(Stmt.Principals principals) {
        keywords(principals.except() ? "not principal" : "principal");
        if (principals.anyone() || principals.items().isEmpty()) {
            keywords(principals.anyone() ? "anyone" : "none");
        }
        String member = "";
        for (int i = 0; i < principals.items().size(); i++) {
            Stmt.PrincipalItem item = principals.items().get(i);
            StatementPrinter rest = i == 0 ? this : sign(",");
            // A kind holds until another is named.
            (item.member().equals(member) ? rest : rest.keywords(kindOfPrincipal(item.member()))).value(item.value());
            member = item.member();
        }
    }

    private static String kindOfPrincipal(String member) {
        return member.equals("CanonicalUser") ? "canonical" : member;
    }

    private void listed(String element, Stmt.Listed listed) {
        keywords(listed.except() ? "not " + element : element).values(listed.values());
    }

    private StatementPrinter because(Stmt statement) {
        statement.because().ifPresent(reason -> keywords("because").string(reason.value()));
        return this;
    }

    private StatementPrinter equalTo(Values values) {
        return sign("=").values(values);
    }

    private StatementPrinter values(Values values) {
        if (values.items().isEmpty()) {
            return keywords("none");
        }
        for (int i = 0; i < values.items().size(); i++) {
            (i == 0 ? this : sign(",")).value(values.items().get(i));
        }
        return this;
    }

    private StatementPrinter value(Value value) {
        return value.match(
                literal -> literal.quoted() ? string(literal.text()) : plain(literal.text()),
                name -> plain(name.name()));
    }

    private StatementPrinter age(Age age) {
        return plain(Long.toString(age.count())).keywords(age.count() == 1 ? age.unit() : age.unit() + "s");
    }

    private StatementPrinter key(Word word) {
        return word.quoted() ? string(word.text()) : plain(word.text());
    }

    private StatementPrinter string(String value) {
        return plain(quoted(value));
    }

    /** A string literal; what cannot be seen, or turns the direction of writing, is escaped. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (isHidden(c)) {
                        text.append("\\u{").append(Integer.toHexString(c)).append('}');
                    } else {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        return text.append('"').toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }

    private StatementPrinter keywords(String words) {
        int start = 0;
        for (int i = 0; i <= words.length(); i++) {
            if (i == words.length() || words.charAt(i) == ' ') {
                out.add(Lexeme.keyword(words.substring(start, i)));
                start = i + 1;
            }
        }
        return this;
    }

    private StatementPrinter sign(String sign) {
        return plain(sign);
    }

    private StatementPrinter plain(String text) {
        out.add(Lexeme.plain(text));
        return this;
    }
}
