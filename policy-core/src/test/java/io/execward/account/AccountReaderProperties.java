// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AccountReaderProperties {
    private static final List<String> NAMES = Samples.names();
    private static final List<AccountDocument> SAMPLES = Samples.documents();
    private static final AccountSnapshot WHOLE = AccountReader.create().read(SAMPLES);

    /** Deleted, repeated and replaced bytes: a snapshot or a refusal, never anything else, and nothing left unsaid. */
    @Property(tries = 400)
    void a_damaged_document_gives_a_snapshot_or_a_refusal(@ForAll long seed) {
        Random random = new Random(seed);
        String name = NAMES.get(random.nextInt(NAMES.size()));
        byte[] damaged = damage(Samples.bytes(name), random);
        List<AccountDocument> documents = new ArrayList<>();
        for (AccountDocument document : SAMPLES) {
            documents.add(document.name().equals(name) ? AccountDocument.of(name, damaged) : document);
        }
        try {
            AccountSnapshot account = AccountReader.create().read(documents);
            boolean known =
                    account.inputs().stream().anyMatch(input -> input.name().equals(name));
            boolean warned = account.warnings().stream()
                    .anyMatch(warning -> warning.span().source().name().equals(name));
            assertThat(known || warned).isTrue();
        } catch (PolicySyntaxException e) {
            assertThat(e.diagnostics()).isNotEmpty();
            assertThat(e.getMessage()).contains("-->");
        }
        try {
            CloudTrail.read(name, new ByteArrayInputStream(damaged), record -> {});
        } catch (PolicySyntaxException e) {
            assertThat(e.diagnostics()).isNotEmpty();
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            int at = random.nextInt(copy.length);
            int length = Math.min(copy.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
            switch (random.nextInt(4)) {
                case 0 -> copy[at] = (byte) random.nextInt(256);
                case 1 -> copy[at] = (byte) "{}[]\",:0ntf\\".charAt(random.nextInt(12));
                case 2 -> copy = joined(copy, 0, at, at + length);
                default -> copy = joined(copy, 0, at + length, at);
            }
        }
        return copy;
    }

    /** The start, and what stands from {@code next} on. */
    private static byte[] joined(byte[] bytes, int from, int to, int next) {
        byte[] all = new byte[to - from + bytes.length - next];
        System.arraycopy(bytes, from, all, 0, to - from);
        System.arraycopy(bytes, next, all, to - from, bytes.length - next);
        return all;
    }

    /** Every cut of a document is refused, wherever it falls inside the object. */
    @Property(tries = 200)
    void a_cut_document_is_refused(@ForAll @IntRange(min = 0, max = 1_000_000) int where, @ForAll long seed) {
        String name = NAMES.get(new Random(seed).nextInt(NAMES.size()));
        byte[] bytes = Samples.bytes(name);
        int end = Samples.text(name).lastIndexOf('}');
        byte[] cut = java.util.Arrays.copyOf(bytes, where % end);
        List<AccountDocument> documents = new ArrayList<>(SAMPLES);
        documents.add(AccountDocument.of("cut.json", cut));
        boolean refused = false;
        try {
            AccountReader.create().read(documents);
        } catch (PolicySyntaxException e) {
            refused = true;
        }
        assertThat(refused).isTrue();
    }

    /** However a list is spread over pages, the account is the same. */
    @Property(tries = 60)
    void pages_make_the_same_account(@ForAll long seed) {
        Random random = new Random(seed);
        List<AccountDocument> pages = new ArrayList<>();
        for (String name : NAMES) {
            if (name.equals("service-control-policies.json") || name.equals("cloudtrail-events.json")) {
                pages.add(AccountDocument.of(name, Samples.bytes(name)));
            } else {
                split(name, random, pages);
            }
        }
        AccountSnapshot account = AccountReader.create().read(pages);
        assertThat(account.identities()).isEqualTo(WHOLE.identities());
        assertThat(account.clusters()).isEqualTo(WHOLE.clusters());
        assertThat(account.tasks()).isEqualTo(WHOLE.tasks());
        assertThat(account.taskDefinitions()).isEqualTo(WHOLE.taskDefinitions());
        assertThat(account.services()).isEqualTo(WHOLE.services());
        assertThat(account.containerInstances()).isEqualTo(WHOLE.containerInstances());
        assertThat(account.vpcEndpoints()).isEqualTo(WHOLE.vpcEndpoints());
        assertThat(account.subnets()).isEqualTo(WHOLE.subnets());
        assertThat(account.logGroups()).isEqualTo(WHOLE.logGroups());
        assertThat(account.keys()).isEqualTo(WHOLE.keys());
        assertThat(account.client()).isEqualTo(WHOLE.client());
        assertThat(account.serviceControl()).isEqualTo(WHOLE.serviceControl());
        assertThat(account.supplied()).isEqualTo(WHOLE.supplied());
        assertThat(account.sources().keySet()).isEqualTo(WHOLE.sources().keySet());
    }

    /** Two pages, the items of each list up to a point on the first; what is not a list on both. */
    private static void split(String name, Random random, List<AccountDocument> pages) {
        JsonObject document = (JsonObject) Json.parse(name, Samples.bytes(name), JsonLimits.defaults());
        StringBuilder first = new StringBuilder("{");
        StringBuilder second = new StringBuilder("{");
        for (JsonObject.Member member : document.members()) {
            boolean tags = member.name().equals("tags");
            if (member.value() instanceof JsonArray array && !tags) {
                int point = random.nextInt(array.items().size() + 1);
                append(first, member, list(array.items().subList(0, point)));
                append(
                        second,
                        member,
                        list(array.items().subList(point, array.items().size())));
            } else {
                append(first, member, member.value().span().text());
                append(second, member, member.value().span().text());
            }
        }
        boolean iam = name.startsWith("get-account");
        String more = iam ? ", \"IsTruncated\": true, \"Marker\": \"next\"}" : "}";
        pages.add(AccountDocument.of(name + ".1", first.append(more).toString().getBytes(UTF_8)));
        pages.add(AccountDocument.of(name + ".2", second.append("}").toString().getBytes(UTF_8)));
    }

    private static void append(StringBuilder page, JsonObject.Member member, String value) {
        page.append(page.length() > 1 ? ", " : "")
                .append(member.nameSpan().text())
                .append(": ")
                .append(value);
    }

    private static String list(List<JsonValue> items) {
        return "["
                + String.join(
                        ", ", items.stream().map(item -> item.span().text()).toList()) + "]";
    }
}
