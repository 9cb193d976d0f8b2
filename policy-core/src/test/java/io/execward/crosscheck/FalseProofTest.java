// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.analyze.Answer;
import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.analyze.Witness;
import io.execward.json.PolicyJson;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guard bites: what is claimed here is false, and an analyzer that claimed it would be found out. */
class FalseProofTest {
    private static final Answer PROOF = new Answer.Holds(Optional.empty(), List.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a star may be empty        | `'Resource':'arn:aws:s:r:1:a?*'`               | `'Resource':'arn:aws:s:r:1:a*'`
                    a star comes back          | `'Resource':'arn:aws:s:r:1:*ab'`               | `'Resource':'arn:aws:s:r:1:*b'`
                    a star crosses fields      | `'Resource':'arn:aws:s:*:*:a'`                 | `'Resource':'arn:aws:s:*:a'`
                    the lone star is special   | `'NotResource':'arn:aws:s:r:1:a'`              | `'Resource':'*'`
                    an absent key              | `'Resource':'*','Condition':{'StringLike':{'app:x':'*'}}` | `'Resource':'*'`
                    letter case                | `'Resource':'*','Condition':{'StringEquals':{'app:x':'a'}}` | `'Resource':'*','Condition':{'StringEqualsIgnoreCase':{'app:x':'a'}}`
                    another alphabet           | `'Resource':'*','Condition':{'StringEquals':{'app:x':['k','K']}}` | `'Resource':'*','Condition':{'StringEqualsIgnoreCase':{'app:x':'k'}}`
                    one character of two chars | `'Resource':'*','Condition':{'StringLike':{'app:x':['a','b','A','k','${*}','??*']}}` | `'Resource':'*','Condition':{'StringLike':{'app:x':'?*'}}`
                    an empty set               | `'Resource':'*','Condition':{'ForAnyValue:StringEquals':{'aws:TagKeys':'a'}}` | `'Resource':'*','Condition':{'ForAllValues:StringEquals':{'aws:TagKeys':'a'}}`
                    two values at once         | `'Resource':'*','Condition':{'ForAllValues:StringLike':{'app:m':['a','A']}}` | `'Resource':'*','Condition':{'ForAnyValue:StringEquals':{'app:m':'a'}}`
                    a boundary of numbers      | `'Resource':'*','Condition':{'NumericLessThan':{'aws:MultiFactorAuthAge':5}}` | `'Resource':'*','Condition':{'NumericLessThanEquals':{'aws:MultiFactorAuthAge':'5.0'}}`
                    between two whole seconds  | `'Resource':'*','Condition':{'DateLessThanEquals':{'aws:CurrentTime':'2026-01-01'}}` | `'Resource':'*','Condition':{'DateLessThan':{'aws:CurrentTime':'2026-01-01T00:00:00.5Z'}}`
                    another family of addresses | `'Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}}` | `'Resource':'*','Condition':{'Null':{'aws:SourceIp':'false'}}`
                    a colon too many           | `'Resource':'*','Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:i:*:1:role/a'}}` | `'Resource':'*','Condition':{'StringLike':{'aws:PrincipalArn':'arn:aws:i:*:1:role/a'}}`
                    a value with a slash in it | `'Resource':'arn:aws:s:r:1:?'`                 | `'Resource':'arn:aws:s:r:1:${app:x}','Condition':{'StringLike':{'app:x':'a*'}}`
                    two equal variables        | `'Resource':'arn:aws:s:r:1:${app:x}'`          | `'Resource':'arn:aws:s:r:1:${aws:username}'`
                    two different variables    | `'Resource':'*','Condition':{'StringEquals':{'app:x':'${aws:username}'}}` | `'Resource':'*','Condition':{'StringLike':{'app:x':'a*','aws:username':'a*'}}`
                    a default                  | `'Resource':'arn:aws:s:r:1:${app:x}'`          | `'Resource':'arn:aws:s:r:1:${app:x, 'a'}'`
                    """)
    void a_false_proof_of_no_new_access_is_found(String why, String existing, String next) {
        Question question = question(Kind.NO_NEW_ACCESS, existing, next);
        assertThat(new Attack(question).on(PROOF, 20_000, new Dice(1)).contradiction())
                .as(why)
                .isPresent();
    }

    @Test
    void a_witness_that_shows_nothing_is_found() {
        Question question = question(Kind.EQUIVALENT, "'Resource':'*'", "'Resource':'arn:aws:s:r:1:a'");
        Answer answer = new Answer.Fails(new Witness(
                List.of(Request.of(Drawing.CALLER.text(), "s:x", "arn:aws:s:r:1:a")
                        .ownedBy("111122223333")),
                List.of()));
        assertThat(new Attack(question).on(answer, 1_000, new Dice(1)).contradiction())
                .contains("fails, but its witness shows nothing");
    }

    @Test
    void what_shows_a_fault_is_made_small() {
        Question question = question(
                Kind.EQUIVALENT,
                "'Resource':['arn:aws:s:r:1:a','arn:aws:s:r:1:b'],'Condition':{'Bool':{'aws:SecureTransport':'true'}}",
                "'Resource':['arn:aws:s:r:1:b','*']");
        Question small = Smaller.of(
                question,
                candidate -> new Attack(candidate)
                        .on(PROOF, 1_000, new Dice(1))
                        .contradiction()
                        .isPresent());
        assertThat(small.policies().stream()
                        .mapToInt(policy -> policy.statements().size())
                        .sum())
                .isEqualTo(2); // one of a subject's, and the region
    }

    private static Question question(Kind kind, String a, String b) {
        return new Question(kind, Subject.of(policy(a)), Subject.of(policy(b)), Region.everything());
    }

    /** An Allow of every action; apostrophes stand for quotation marks, but for those inside a variable. */
    private static Policy policy(String rest) {
        String json = "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'*'," + rest + "}}";
        String quoted = json.replace('\'', '"').replace(", \"a\"}", ", 'a'}");
        return PolicyJson.parse("test", quoted.getBytes(StandardCharsets.UTF_8), PolicyKind.IDENTITY)
                .policy();
    }
}
