// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonStream;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes records of the pieces of a document. */
final class TrailPieces implements JsonStream.Pieces {
    private static final String RULE = "R-EXEC-107";

    private final Consumer<CloudTrailRecord> records;
    private final JsonLimits limits;
    private final Findings findings = new Findings();
    private long count;
    private boolean listed;
    private boolean moreFollows;

    TrailPieces(Consumer<CloudTrailRecord> records, JsonLimits limits) {
        this.records = records;
        this.limits = limits;
    }

    Findings findings() {
        return findings;
    }

    CloudTrail.Extent extent() {
        return new CloudTrail.Extent(count, moreFollows);
    }

    @Override
    public boolean list(String name, SourceSpan place) {
        boolean wanted = name.equals("Records") || name.equals("Events");
        listed |= wanted;
        return wanted;
    }

    @Override
    public void item(String list, JsonValue item) {
        if (list.equals("Events")) {
            event(item);
        } else {
            record(item);
        }
    }

    @Override
    public void member(String name, JsonValue value) {
        if (name.equals("Records") || name.equals("Events")) {
            listed = true;
            findings.error("R-EXEC-149", value.span(), "`" + name + "` is not a list", "make the document again");
        }
        if (name.equals("NextToken") && value instanceof JsonString token) {
            moreFollows = !token.value().isEmpty();
        }
    }

    void end(String name) {
        if (!listed) {
            none(name);
        }
    }

    void endLines(String name) {
        if (count == 0 && findings.errorCount() == 0) {
            none(name);
        }
    }

    private void none(String name) {
        findings.error(
                "R-EXEC-149",
                CloudTrail.nothing(name),
                "the document holds no CloudTrail records",
                "give a trail file, what `aws cloudtrail lookup-events` prints, or one record on each line");
    }

    /** An event of {@code lookup-events} holds the record as text. */
    private void event(JsonValue item) {
        Optional<JsonValue> text =
                Fields.of(item, "the event", findings).flatMap(event -> event.requiredValue("CloudTrailEvent"));
        if (text.isEmpty()) {
            return;
        }
        if (!(text.get() instanceof JsonString string)) {
            findings.error(
                    "R-EXEC-149",
                    text.get().span(),
                    "`CloudTrailEvent` is not a string",
                    "give what `aws cloudtrail lookup-events` prints");
            return;
        }
        try {
            EncodedText record = new EncodedText(string);
            Findings inner = new Findings();
            try {
                read(Json.parse(record.source(), limits), inner, item.span());
                inner.throwIfErrors();
            } catch (PolicySyntaxException e) {
                e.diagnostics().forEach(problem -> findings.add(record.outer(problem)));
            }
        } catch (PolicySyntaxException e) {
            e.diagnostics().forEach(findings::add);
        }
    }

    void record(JsonValue value) {
        read(value, findings, value.span());
    }

    private void read(JsonValue value, Findings problems, SourceSpan place) {
        Fields.of(value, "the record", problems).ifPresent(fields -> {
            long before = problems.errorCount();
            Optional<String> id = fields.requiredText("eventID");
            Optional<Instant> time = fields.requiredTime("eventTime");
            Optional<String> source = fields.requiredText("eventSource");
            Optional<String> name = fields.requiredText("eventName");
            Optional<String> region = fields.requiredText("awsRegion");
            Optional<CloudTrailIdentity> identity = fields.requiredValue("userIdentity")
                    .flatMap(each -> Fields.of(each, "`userIdentity`", problems))
                    .map(TrailPieces::identity);
            Optional<String> errorCode = fields.textIfAny("errorCode");
            Optional<String> errorMessage = fields.textIfAny("errorMessage");
            Optional<String> address = fields.textIfAny("sourceIPAddress");
            Optional<String> endpoint = fields.textIfAny("vpcEndpointId");
            Optional<String> agent = fields.textIfAny("userAgent");
            Optional<String> account = fields.textIfAny("recipientAccountId");
            Optional<Boolean> readOnly = readOnly(fields);
            List<String> arns = arns(fields);
            if (problems.errorCount() > before
                    || id.isEmpty()
                    || time.isEmpty()
                    || source.isEmpty()
                    || name.isEmpty()
                    || region.isEmpty()
                    || identity.isEmpty()) {
                return;
            }
            count++;
            records.accept(new CloudTrailRecord(
                    id.get(),
                    time.get(),
                    source.get(),
                    name.get(),
                    region.get(),
                    errorCode,
                    errorMessage,
                    address,
                    endpoint,
                    agent,
                    account,
                    readOnly,
                    identity.get(),
                    fields.value("requestParameters"),
                    fields.value("responseElements"),
                    arns,
                    place));
        });
    }

    /** Older records have it as text. */
    private static Optional<Boolean> readOnly(Fields fields) {
        Optional<JsonValue> value = fields.value("readOnly");
        if (value.isPresent() && value.get() instanceof JsonString text) {
            return Optional.of(text.value().equals("true"));
        }
        return fields.flag("readOnly");
    }

    private static List<String> arns(Fields fields) {
        List<String> all = new ArrayList<>();
        for (Fields resource : fields.objects("resources", "a resource")) {
            resource.textIfAny("ARN").ifPresent(all::add);
        }
        return all;
    }

    private static CloudTrailIdentity identity(Fields identity) {
        Optional<Fields> session = identity.object("sessionContext");
        Optional<Fields> attributes = session.flatMap(each -> each.object("attributes"));
        return new CloudTrailIdentity(
                identity.textIfAny("type"),
                identity.textIfAny("principalId"),
                identity.textIfAny("arn"),
                identity.textIfAny("accountId"),
                identity.textIfAny("userName"),
                session.flatMap(each -> each.object("sessionIssuer")).flatMap(issuer -> issuer.textIfAny("arn")),
                attributes.flatMap(TrailPieces::mfa),
                attributes.flatMap(each -> each.time("creationDate")),
                identity.textIfAny("invokedBy"),
                identity.object("onBehalfOf").flatMap(each -> each.textIfAny("userId")));
    }

    /** Text in CloudTrail; what is neither of the two words is no answer to a question that a Deny may hang on. */
    private static Optional<Boolean> mfa(Fields attributes) {
        Optional<String> word = attributes.textIfAny("mfaAuthenticated");
        if (word.isPresent() && !word.get().equals("true") && !word.get().equals("false")) {
            attributes.error(
                    RULE,
                    "mfaAuthenticated",
                    "`mfaAuthenticated` is neither `true` nor `false`",
                    "make the document again");
            return Optional.empty();
        }
        return word.map(Boolean::parseBoolean);
    }
}
