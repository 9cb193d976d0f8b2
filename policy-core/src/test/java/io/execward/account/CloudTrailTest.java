// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.Golden;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CloudTrailTest {
    private static final String RECORD = "{\"eventID\": \"e1\", \"eventTime\": \"2026-08-18T05:00:00Z\","
            + " \"eventSource\": \"ecs.amazonaws.com\", \"eventName\": \"ExecuteCommand\", \"awsRegion\": \"us-east-1\","
            + " \"userIdentity\": {\"type\": \"AssumedRole\", \"arn\": \"arn:aws:sts::111122223333:assumed-role/R/s\","
            + " \"sessionContext\": {\"sessionIssuer\": {\"arn\": \"arn:aws:iam::111122223333:role/R\"},"
            + " \"attributes\": {\"mfaAuthenticated\": \"true\", \"creationDate\": \"2026-08-18T04:00:00Z\"}}}, \"requestParameters\": {\"cluster\": \"prod\","
            + " \"interactive\": true, \"deep\": {\"er\": \"x\"}}, \"responseElements\": null, \"readOnly\": false}";

    private static List<CloudTrailRecord> read(byte[] bytes) {
        List<CloudTrailRecord> all = new ArrayList<>();
        CloudTrail.Extent extent = CloudTrail.read("trail.json", new ByteArrayInputStream(bytes), all::add);
        assertThat(extent.records()).isEqualTo(all.size());
        return all;
    }

    private static List<CloudTrailRecord> read(String text) {
        return read(text.getBytes(UTF_8));
    }

    @Test
    void the_sample_trail_is_read() {
        List<CloudTrailRecord> all = read(Samples.bytes("cloudtrail-events.json"));
        assertThat(all).hasSize(57);
        assertThat(all).filteredOn(record -> record.is("ecs", "ExecuteCommand")).hasSize(27);
        CloudTrailRecord first = all.get(0);
        assertThat(first.eventId()).isEqualTo("bc7de433-da24-1903-a64b-afdccb6510f2");
        assertThat(first.request("configuration", "executeCommandConfiguration", "logging"))
                .contains("DEFAULT");
        assertThat(first.response("cluster", "clusterArn"))
                .contains("arn:aws:ecs:us-east-1:111122223333:cluster/staging");
        assertThat(first.place()).hasToString("cloudtrail-events.json:3:3".replace("cloudtrail-events", "trail"));
    }

    @Test
    void a_record_tells_what_the_document_says() {
        CloudTrailRecord record = read("{\"Records\": [" + RECORD + "]}").get(0);
        assertThat(record.time()).isEqualTo(Instant.parse("2026-08-18T05:00:00Z"));
        assertThat(record.identity().principalArn()).contains("arn:aws:iam::111122223333:role/R");
        assertThat(record.identity().mfaAuthenticated()).contains(true);
        assertThat(record.identity().sessionCreated()).contains(Instant.parse("2026-08-18T04:00:00Z"));
        assertThat(record.request("cluster")).contains("prod");
        assertThat(record.request("deep", "er")).contains("x");
        assertThat(record.request("deep", "er", "est")).isEmpty();
        assertThat(record.requestFlag("interactive")).contains(true);
        assertThat(record.responseElements()).isEmpty();
        assertThat(record.readOnly()).contains(false);
        assertThat(record.errorCode()).isEmpty();
    }

    @Test
    void the_same_records_come_in_four_containers() throws IOException {
        List<CloudTrailRecord> listed = read("{\"Records\": [" + RECORD + ", " + RECORD + "]}");
        List<CloudTrailRecord> lines = read(RECORD + "\n" + RECORD + "\n");
        String event = "{\"EventId\": \"e1\", \"CloudTrailEvent\": " + JsonText.quote(RECORD) + "}";
        List<CloudTrailRecord> looked = read("{\"Events\": [" + event + ",\n" + event + "], \"NextToken\": \"\"}");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write((RECORD + "\n" + RECORD).getBytes(UTF_8));
        }
        for (List<CloudTrailRecord> all : List.of(listed, lines, looked, read(compressed.toByteArray()))) {
            assertThat(all).hasSize(2);
            assertThat(all.get(1))
                    .usingRecursiveComparison()
                    .ignoringFields("place", "requestParameters", "responseElements")
                    .isEqualTo(listed.get(0));
            assertThat(all.get(1).request("deep", "er")).contains("x");
        }
    }

    @Test
    void a_page_tells_that_more_follows() {
        String event = "{\"CloudTrailEvent\": " + JsonText.quote(RECORD) + "}";
        byte[] page = ("{\"Events\": [" + event + "], \"NextToken\": \"t\"}").getBytes(UTF_8);
        assertThat(CloudTrail.read("t", new ByteArrayInputStream(page), record -> {}))
                .isEqualTo(new CloudTrail.Extent(1, true));
    }

    @Test
    void broken_records_are_errors_and_all_of_them_are_told() {
        StringBuilder printed = new StringBuilder();
        print(printed, "members that are missing", "{\"Records\": [" + RECORD + ",\n{\"eventID\": \"e2\"}]}");
        print(printed, "wrong types", RECORD.replace("\"e1\"", "7").replace("\"true\"", "\"maybe\"") + "\n[1]");
        print(printed, "a time that is none", RECORD.replace("2026-08-18T05:00:00Z", "yesterday"));
        print(printed, "a trail that is cut", ("{\"Records\": [" + RECORD + ", " + RECORD).substring(0, 900));
        print(printed, "no records", "{\"NextToken\": \"t\"}");
        print(printed, "nothing", "");
        print(printed, "an event without a record", "{\"Events\": [{\"EventId\": \"e\"}]}");
        print(
                printed,
                "an event with a broken record",
                "{\"Events\": [{\"CloudTrailEvent\": " + JsonText.quote(RECORD.replace("\"e1\"", "1")) + "}]}");
        Golden.assertSame("account/trails.txt", printed.toString());
    }

    private static void print(StringBuilder printed, String title, String text) {
        PolicySyntaxException e = catchThrowableOfType(PolicySyntaxException.class, () -> read(text));
        printed.append("== ").append(title).append('\n').append(e.getMessage()).append('\n');
    }

    @Test
    void compressed_bytes_that_are_cut_are_an_error() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write((RECORD + "\n").repeat(50).getBytes(UTF_8));
        }
        byte[] cut = java.util.Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);
        PolicySyntaxException e = catchThrowableOfType(PolicySyntaxException.class, () -> read(cut));
        assertThat(e.diagnostics()).extracting(each -> each.rule().text()).contains("R-EXEC-113");
    }

    @Test
    void a_document_that_cannot_be_opened_is_an_error() {
        AccountDocument nowhere = new AccountDocument("nowhere.json", () -> {
            throw new IOException("gone");
        });
        PolicySyntaxException e = catchThrowableOfType(
                PolicySyntaxException.class, () -> CloudTrail.read(nowhere, bytes -> {}, record -> {}));
        assertThat(e.diagnostics().get(0).span().source().name()).isEqualTo("nowhere.json");
    }

    /**
     * A trail of 200 MB goes through without any of it staying: what is reachable after reading is next to nothing, and no record keeps
     * more than its own text. The stream is made on the fly, one record again and again.
     */
    @Test
    void a_long_trail_needs_no_memory_that_grows_with_it() {
        byte[] record = (RECORD + ",\n").getBytes(UTF_8);
        int count = 200_000_000 / record.length;
        InputStream endless = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream("{\"Records\": [".getBytes(UTF_8)),
                new Repeated(record, count),
                new ByteArrayInputStream((RECORD + "]}").getBytes(UTF_8)))));
        long[] longest = new long[1];
        CloudTrail.Extent extent = CloudTrail.read(
                "long.json",
                endless,
                each -> longest[0] =
                        Math.max(longest[0], each.place().source().text().length()));
        assertThat(extent.records()).isEqualTo(count + 1);
        assertThat(longest[0]).isLessThan(RECORD.length() + 300);
    }

    /** The same bytes a number of times. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private final long end;
        private long at;

        private Repeated(byte[] bytes, int count) {
            this.bytes = bytes;
            this.end = (long) bytes.length * count;
        }

        @Override
        public int read() {
            return at == end ? -1 : bytes[(int) (at++ % bytes.length)] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (at == end) {
                return -1;
            }
            int start = (int) (at % bytes.length);
            int count = Math.min(length, bytes.length - start);
            System.arraycopy(bytes, start, to, from, count);
            at += count;
            return count;
        }
    }

    @Test
    void service_events_may_lack_an_identity_type() {
        String service = RECORD.replace("\"type\": \"AssumedRole\", ", "");
        assertThat(read(service).get(0).identity().type()).isEqualTo(Optional.empty());
    }
}
