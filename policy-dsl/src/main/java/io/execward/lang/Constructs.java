// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.lang.internal.parser.ExecParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What messages call the parts of the grammar, with an example of each. */
final class Constructs {
    /** Every word of the language. */
    static final List<String> WORDS = words();

    private record Construct(String name, String example) {}

    private static final Map<Integer, Construct> BY_RULE = byRule();
    private static final Construct FILE = new Construct(
            "the file",
            "write `policy \"…\" { … }`, `test \"…\" { … }`, `let`, `include`, `partition`, `account` or `region`");

    private Constructs() {}

    static String name(ParserRuleContext context) {
        return construct(context).name();
    }

    /** What to write where nothing better can be said. */
    static String example(ParserRuleContext context) {
        return construct(context).example();
    }

    /** True for tokens that are written in letters and mean something. */
    static boolean isWord(int type) {
        String word = literal(type);
        return !word.isEmpty() && Character.isLetter(word.charAt(0));
    }

    /** The word or sign as it is written. */
    static String word(int type) {
        return literal(type);
    }

    /** How help shows it. */
    static String shown(int type) {
        return switch (type) {
            case ExecParser.NAME -> "a name";
            case ExecParser.STRING -> "a string in quotes";
            case ExecParser.NUMBER -> "a number";
            case Token.EOF -> "the end of the file";
            default -> "`" + literal(type) + "`";
        };
    }

    /** Tokens with a plural have no literal name. */
    private static String literal(int type) {
        @Nullable String literal = type < 0 ? null : ExecParser.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return literal.substring(1, literal.length() - 1);
        }
        return switch (type) {
            case ExecParser.CLUSTER -> "cluster";
            case ExecParser.CONTAINER -> "container";
            case ExecParser.DAYS -> "days";
            case ExecParser.DOCUMENT -> "document";
            case ExecParser.HOURS -> "hours";
            case ExecParser.INSTANCE -> "instance";
            case ExecParser.KEY -> "key";
            case ExecParser.MINUTES -> "minutes";
            case ExecParser.PRINCIPAL -> "principal";
            case ExecParser.ROLE -> "role";
            case ExecParser.SECONDS -> "seconds";
            case ExecParser.SERVICE -> "service";
            case ExecParser.SESSION -> "session";
            case ExecParser.TAG -> "tag";
            case ExecParser.TASK -> "task";
            case ExecParser.TASK_DEFINITION -> "task-definition";
            case ExecParser.USER -> "user";
            default -> "";
        };
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (int type = 1; type <= ExecParser.VOCABULARY.getMaxTokenType(); type++) {
            if (isWord(type)) {
                words.add(literal(type));
            }
        }
        return List.copyOf(words);
    }

    private static Construct construct(ParserRuleContext context) {
        for (@Nullable RuleContext at = context; at != null; at = at.getParent()) {
            @Nullable Construct construct = BY_RULE.get(at.getRuleIndex());
            if (construct != null) {
                return construct;
            }
        }
        return FILE;
    }

    private static Map<Integer, Construct> byRule() {
        Map<Integer, Construct> map = new HashMap<>();
        map.put(
                ExecParser.RULE_setting,
                new Construct(
                        "a setting", "write such as `partition aws`, `account 111122223333` or `region us-east-1`"));
        map.put(ExecParser.RULE_include, new Construct("an include", "write such as `include \"names.exec\"`"));
        map.put(
                ExecParser.RULE_let,
                new Construct(
                        "a `let`",
                        "write such as `let payments = cluster \"payments\"`, `let app-side = \"app\", \"worker\"` or `let prod = {"
                                + " stage = \"prod\" }`"));
        map.put(
                ExecParser.RULE_policy,
                new Construct(
                        "a policy",
                        "write a statement, which begins with `allow`, `deny` or `protect`, or close it with `}`"));
        map.put(
                ExecParser.RULE_policyKind,
                new Construct(
                        "a policy",
                        "write `policy`, `boundary`, `session policy`, `service control policy`, `resource control policy`,"
                                + " `resource policy`, `endpoint policy` or `trust policy`"));
        map.put(
                ExecParser.RULE_allowExec,
                new Construct(
                        "a grant of exec",
                        "write such as `allow exec in cluster \"payments\" where task tag team = \"payments\" and container ="
                                + " \"app\"`"));
        map.put(
                ExecParser.RULE_limit,
                new Construct(
                        "a limit of a grant",
                        "write `task tag KEY = \"…\"`, `cluster tag KEY = \"…\"`, `container = \"…\"`, `mfa younger than 15 minutes`,"
                                + " `from \"…\"`, `through \"…\"`, `before \"…\"` or `not before \"…\"`"));
        map.put(
                ExecParser.RULE_option,
                new Construct(
                        "an option of a grant",
                        "write `with side doors closed`, `with listing`, `without describing` or `encrypted with key \"…\"`"));
        map.put(
                ExecParser.RULE_ownSessions,
                new Construct(
                        "a grant of one's own sessions",
                        "write `allow ending own sessions of users` or `allow ending own sessions of roles`"));
        map.put(
                ExecParser.RULE_denyExec,
                new Construct(
                        "a denial of exec",
                        "write such as `deny exec into container \"vault\" anywhere` or `deny exec in cluster \"payments\"`"));
        map.put(
                ExecParser.RULE_denyLaunch,
                new Construct(
                        "a denial of launches", "write such as `deny launch with exec enabled, omitted flag passes`"));
        map.put(
                ExecParser.RULE_denySessions,
                new Construct(
                        "a denial of sessions",
                        "write `deny sessions on any task` or `deny sessions on tasks of cluster \"payments\"`"));
        map.put(
                ExecParser.RULE_protectTags,
                new Construct("a guard of tags", "write such as `protect tag team, also on principals`"));
        map.put(
                ExecParser.RULE_exceptFor,
                new Construct("an exception", "write such as `except for role \"Breakglass\"`"));
        map.put(
                ExecParser.RULE_because,
                new Construct("a reason", "write such as `because \"on-call engineers debug the app\"`"));
        map.put(
                ExecParser.RULE_statement,
                new Construct(
                        "a statement",
                        "write `allow exec …`, `deny exec …`, `deny sessions …`, `deny launch …`, `protect tag …`, or a statement with"
                                + " `action`, `resource` and `when`"));
        map.put(
                ExecParser.RULE_general,
                new Construct(
                        "a statement",
                        "write such as `allow \"Describe\" action \"ecs:Describe*\" resource \"*\"`, or close the policy with `}`"));
        map.put(
                ExecParser.RULE_principals,
                new Construct(
                        "a list of principals",
                        "write `anyone`, or such as `aws \"111122223333\"`, `service \"ecs-tasks.amazonaws.com\"`"));
        map.put(
                ExecParser.RULE_condition,
                new Construct(
                        "a condition", "write such as `when StringEquals \"aws:ResourceTag/team\" = \"payments\"`"));
        map.put(
                ExecParser.RULE_test,
                new Construct("a test", "write `given`, `as`, `under` or `expect`, or close it with `}`"));
        map.put(
                ExecParser.RULE_given,
                new Construct(
                        "what is given",
                        "write such as `given task \"payments/0a1b\" tagged { team = \"payments\" } containers \"app\"`"));
        map.put(
                ExecParser.RULE_caller,
                new Construct(
                        "the caller",
                        "write such as `as role \"OnCall\" session \"alice\" tagged { team = \"payments\" } with mfa 5 minutes`"));
        map.put(
                ExecParser.RULE_under,
                new Construct(
                        "the policies of a test",
                        "write such as `under policy \"on-call\", service control policy \"org\"`"));
        map.put(
                ExecParser.RULE_expect,
                new Construct(
                        "an expectation",
                        "write such as `expect exec into task \"payments/0a1b\" container \"app\" is allowed`"));
        map.put(
                ExecParser.RULE_outcome,
                new Construct(
                        "an expectation",
                        "write `is allowed`, `is denied`, `is explicitly denied`, `is implicitly denied` or `is undecided`"));
        map.put(
                ExecParser.RULE_row,
                new Construct("a table", "write the cells of a row on one line, with `|` around each"));
        map.put(
                ExecParser.RULE_tags,
                new Construct("a tag set", "write such as `{ team = \"payments\", stage = \"prod\" }`"));
        map.put(
                ExecParser.RULE_duration,
                new Construct("a length of time", "write such as `15 minutes`, `1 hour` or `900 seconds`"));
        return Map.copyOf(map);
    }
}
