// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call that CloudTrail recorded (R-EXEC-107 to R-EXEC-110). It holds its own text and no more of the document.
 *
 * @param source such as {@code ecs.amazonaws.com}
 * @param name such as {@code ExecuteCommand}
 * @param sourceIp an address, or the name of a service
 * @param requestParameters as written; empty if there are none
 * @param responseElements as written; empty if there are none
 * @param resourceArns of {@code resources}, which ECS records often lack
 * @param place the record in its document
 */
public record CloudTrailRecord(
        String eventId,
        Instant time,
        String source,
        String name,
        String region,
        Optional<String> errorCode,
        Optional<String> errorMessage,
        Optional<String> sourceIp,
        Optional<String> vpcEndpointId,
        Optional<String> userAgent,
        Optional<String> recipientAccountId,
        Optional<Boolean> readOnly,
        CloudTrailIdentity identity,
        Optional<JsonValue> requestParameters,
        Optional<JsonValue> responseElements,
        List<String> resourceArns,
        SourceSpan place) {
    public CloudTrailRecord {
        resourceArns = List.copyOf(resourceArns);
    }

    /** True if it is this operation of this service, such as {@code ecs} and {@code ExecuteCommand}. */
    public boolean is(String service, String operation) {
        return source.equals(service + ".amazonaws.com") && name.equals(operation);
    }

    /** The text at a path of member names in the request's parameters. */
    public Optional<String> request(String... path) {
        return requestValue(path).flatMap(CloudTrailRecord::text);
    }

    /** The flag at a path in the request's parameters: {@code true} or {@code false}, also as text. */
    public Optional<Boolean> requestFlag(String... path) {
        return requestValue(path).flatMap(CloudTrailRecord::flag);
    }

    /** The value at a path in the request's parameters. */
    public Optional<JsonValue> requestValue(String... path) {
        return at(requestParameters, path);
    }

    /** The text at a path of member names in the response. */
    public Optional<String> response(String... path) {
        return responseValue(path).flatMap(CloudTrailRecord::text);
    }

    /** The value at a path in the response. */
    public Optional<JsonValue> responseValue(String... path) {
        return at(responseElements, path);
    }

    private static Optional<JsonValue> at(Optional<JsonValue> from, String... path) {
        @Nullable JsonValue value = from.orElse(null);
        for (String name : path) {
            value = value instanceof JsonObject object ? object.get(name).orElse(null) : null;
        }
        return Optional.ofNullable(value);
    }

    private static Optional<String> text(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Optional<Boolean> flag(JsonValue value) {
        if (value instanceof JsonBoolean flag) {
            return Optional.of(flag.value());
        }
        return text(value)
                .filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::parseBoolean);
    }
}
