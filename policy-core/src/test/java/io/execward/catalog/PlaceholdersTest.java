// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the reference's names leave room for the author's text. */
class PlaceholdersTest {
    private static String shown(List<Placeholders.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.isLiteral() ? piece.text() : "_")
                .collect(joining("|"));
    }

    @ParameterizedTest
    @CsvSource({
        "aws:ResourceTag/${TagKey}, aws:ResourceTag/|_",
        "s3:ExistingObjectTag/<key>, s3:ExistingObjectTag/|_",
        "ssm:resourceTag/tag-key, ssm:resourceTag/|_",
        "elasticloadbalancing:ResourceTag/, elasticloadbalancing:ResourceTag/|_",
        "codebuild:fileSystemLocations/${Identifier}.type, codebuild:fileSystemLocations/|_|.type",
        "ssm:resourceTag/aws:ssmmessages:session-id, ssm:resourceTag/aws:ssmmessages:session-id",
        "backup/${ServerName}-{Date}, backup/|_|-|_",
        "a:${open, a:${open",
        "a:<b}c>${d}, a:|_|_"
    })
    void a_key_is_cut_where_it_stands_for_the_authors_text(String name, String pieces) {
        assertThat(shown(Placeholders.ofKey(name))).isEqualTo(pieces);
    }

    @Test
    void an_open_placeholder_is_broken() {
        assertThat(Placeholders.isBroken("aws:ResourceTag/${TagKey")).isTrue();
        assertThat(Placeholders.isBroken("aws:ResourceTag/${TagKey}")).isFalse();
    }

    @Test
    void many_open_placeholders_cost_no_more_than_reading_them() {
        String open = "<{${".repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(Placeholders.of(open)).hasSize(1));
    }
}
