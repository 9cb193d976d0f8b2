// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.RuleId;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Help that others give in their words, in the words of the language. */
final class Wording {
    /** What the reader of documents advises, and what to write here. */
    private static final Map<String, String> IN_OUR_WORDS = Map.of(
            "write `\"Version\": \"2012-10-17\"`",
            "leave the option out: the version is then 2012-10-17",
            "write `\"Principal\": \"*\"` and narrow it with a condition on `aws:PrincipalArn`",
            "write `principal anyone` and narrow it with a condition on `aws:PrincipalArn`",
            "write `\"Resource\": \"*\"`, and a Deny for what is not allowed",
            "write `resource \"*\"`, and a `deny` for what is not allowed",
            "say which actions it is about, `\"*\"` for all",
            "say which actions it is about, such as `action \"ecs:DescribeTasks\"`; `action \"*\"` is all",
            "say which resources it is about, `\"*\"` for all",
            "say which resources it is about, such as `resource \"arn:…\"`; `resource \"*\"` is all",
            "say whom it is about",
            "say whom it is about, such as `principal aws \"111122223333\"` or `principal anyone`",
            "write it below `Service`",
            "write `service` before it",
            "write `Deny`; `RCPFullAWSAccess` is implied at every level",
            "write `deny`; `RCPFullAWSAccess` is implied at every level",
            "write `Principal`, and exempt callers with a condition on `aws:PrincipalArn`",
            "write `principal`, and exempt callers with a condition on `aws:PrincipalArn`");

    private Wording() {}

    static Diagnostic translated(Diagnostic said) {
        return new Diagnostic(
                said.rule(),
                said.severity(),
                said.span(),
                said.message(),
                said.help().map(help -> IN_OUR_WORDS.getOrDefault(help, help)),
                said.related());
    }

    /**
     * What a sentence of Java refuses with an exception, as a diagnostic: its message ends in the rule, and tells the next step behind a
     * colon.
     */
    static Diagnostic of(IllegalArgumentException refusal, SourceSpan span) {
        String text = String.valueOf(refusal.getMessage());
        String rule = "LANG-030";
        int bracket = Math.max(text.lastIndexOf(" (R-"), text.lastIndexOf(" (U-"));
        int end = bracket < 0 ? -1 : text.indexOf(')', bracket);
        if (end >= 0) {
            rule = firstWord(text.substring(bracket + 2, end));
            text = text.substring(0, bracket) + text.substring(end + 1);
        }
        if (text.startsWith("this cannot be ")) { // what the reader of documents said follows
            text = text.substring(text.indexOf(": ") + 2);
        }
        int colon = outsideQuotes(text, ": ");
        int cut = colon < 0 ? outsideQuotes(text, "; ") : colon;
        String message = cut < 0 ? text : text.substring(0, cut);
        String help = cut < 0 ? "write what the sentence can take here" : text.substring(cut + 2);
        return new Diagnostic(
                new RuleId(rule), Severity.ERROR, span, oneLine(message), Optional.of(oneLine(help)), List.of());
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ',') {
            end++;
        }
        return text.substring(0, end);
    }

    /** Where the sign first stands outside the author's own text, or -1. */
    private static int outsideQuotes(String text, String sign) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '`') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(sign, i)) {
                return i;
            }
        }
        return -1;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
