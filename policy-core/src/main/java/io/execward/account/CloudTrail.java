// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonLimits;
import io.execward.json.JsonStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads CloudTrail records one by one, in memory that does not grow with the document: a trail file ({@code Records}), what
 * {@code aws cloudtrail lookup-events} prints ({@code Events}), or JSON Lines of records, each also compressed with gzip (R-EXEC-149).
 *
 * <p>No record is skipped: one that is broken is an error, and all of them are reported at the end. Records are handed out as they are
 * read, so that what was made of them counts only if reading ends well.
 */
public final class CloudTrail {
    /** For one record; AWS makes none above 1 MB. */
    private static final JsonLimits LIMITS =
            JsonLimits.defaults().withMaxCharacters(1 << 22).withMaxStringLength(1 << 21);

    /** Members that stand beside a list of records, never in one. */
    private static final Set<String> OF_LISTS = Set.of("Records", "Events", "NextToken");

    private static final int PEEKED = 4096;

    private CloudTrail() {}

    /**
     * How much was read.
     *
     * @param moreFollows true if the document says that there are further pages
     */
    public record Extent(long records, boolean moreFollows) {}

    /**
     * Reads a stream to its end, without closing it.
     *
     * @throws PolicySyntaxException if the document or a record of it is broken
     */
    public static Extent read(String name, InputStream stored, Consumer<CloudTrailRecord> records) {
        TrailPieces pieces = new TrailPieces(records, LIMITS);
        try {
            BufferedInputStream text = new BufferedInputStream(AccountReader.plain(stored), 1 << 16);
            if (isList(text)) {
                if (JsonStream.readObject(name, text, LIMITS, pieces)) {
                    pieces.end(name);
                }
            } else {
                JsonStream.readValues(name, text, LIMITS, pieces::record);
                pieces.endLines(name);
            }
        } catch (PolicySyntaxException e) {
            e.diagnostics().forEach(pieces.findings()::add);
        } catch (IOException e) {
            AccountReader.unreadable(name, e, pieces.findings());
        }
        pieces.findings().endDocument();
        pieces.findings().throwIfErrors();
        return pieces.extent();
    }

    /**
     * Reads a document.
     *
     * @param bytesRead told, as it goes on, how many bytes have been read, as they are stored
     * @throws PolicySyntaxException if the document or a record of it is broken, or cannot be read
     */
    public static Extent read(AccountDocument document, LongConsumer bytesRead, Consumer<CloudTrailRecord> records) {
        try (InputStream stored = document.opening().open();
                CountedBytes bytes = new CountedBytes(stored, new Count(bytesRead))) {
            return read(document.name(), bytes, records);
        } catch (IOException e) {
            Findings findings = new Findings();
            AccountReader.unreadable(document.name(), e, findings);
            findings.throwIfErrors();
            throw new IllegalStateException(e);
        }
    }

    static SourceSpan nothing(String name) {
        return Source.of(name, "").span(0, 0);
    }

    /** Looks at the first member name: a list of records is one object, in JSON Lines each object is a record. */
    private static boolean isList(BufferedInputStream text) throws IOException {
        text.mark(PEEKED);
        String start = new String(text.readNBytes(PEEKED), StandardCharsets.UTF_8);
        text.reset();
        return firstMember(start).filter(OF_LISTS::contains).isPresent();
    }

    private static Optional<String> firstMember(String text) {
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String object = start.stripLeading();
        String member = object.startsWith("{") ? object.substring(1).stripLeading() : "";
        int end = member.indexOf('"', 1);
        return member.startsWith("\"") && end > 0 ? Optional.of(member.substring(1, end)) : Optional.empty();
    }
}
