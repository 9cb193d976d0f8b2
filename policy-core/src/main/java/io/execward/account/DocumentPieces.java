// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonNull;
import io.execward.json.JsonObject;
import io.execward.json.JsonStream;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a document is while its pieces come, and hands them on (R-EXEC-112). */
final class DocumentPieces implements JsonStream.Pieces {
    private final String name;
    private final Inventory inventory;
    private final Findings findings;

    private @Nullable DocumentKind kind;
    private @Nullable SourceSpan kindPlace;
    private @Nullable String foreign;
    /** A list that would tell the kind, and of which no item has come yet. */
    private @Nullable Shape pending;

    private @Nullable SourceSpan pendingPlace;
    private @Nullable SourceSpan more;
    private @Nullable JsonValue definition;
    private @Nullable List<JsonValue> definitionTags;
    private @Nullable List<JsonValue> levels;
    private @Nullable JsonValue type;
    private final List<JsonValue> failures = new ArrayList<>();
    private final Map<String, JsonValue> client = new LinkedHashMap<>();

    DocumentPieces(String name, Inventory inventory) {
        this.name = name;
        this.inventory = inventory;
        this.findings = inventory.findings;
    }

    @Override
    public boolean list(String list, SourceSpan place) {
        settle();
        if (list.equals("failures")) {
            return true;
        }
        if (list.equals("tags")) {
            definitionTags = new ArrayList<>();
            return true;
        }
        @Nullable Shape shape = Shape.BY_MEMBER.get(list);
        if (shape == null || foreign != null) {
            return false;
        }
        if (!shape.isList()) {
            foreign(list, "not a list");
            return false;
        }
        if (list.equals("levels")) {
            levels = new ArrayList<>();
        }
        if (shape.kind() == DocumentKind.CLOUDTRAIL) {
            accept(shape.kind(), place); // records are not part of the snapshot, and there may be very many
            return false;
        }
        pending = shape;
        pendingPlace = place;
        return true;
    }

    @Override
    public void item(String list, JsonValue item) {
        if (list.equals("failures")) {
            failures.add(item);
            return;
        }
        if (list.equals("tags")) {
            if (definitionTags != null) {
                definitionTags.add(item);
            }
            return;
        }
        if (pending != null && pendingPlace != null) {
            Shape shape = pending;
            SourceSpan place = pendingPlace;
            pending = null;
            if (kind != shape.kind() && !looksLike(item, shape)) {
                foreign(list, "a list of something else");
            } else {
                accept(shape.kind(), place);
            }
        }
        if (foreign == null) {
            handOn(list, item);
        }
    }

    private static boolean looksLike(JsonValue item, Shape shape) {
        return shape.markers().isEmpty()
                || (item instanceof JsonObject object
                        && object.members().stream()
                                .anyMatch(member -> shape.markers().contains(member.name())));
    }

    private void handOn(String list, JsonValue item) {
        switch (list) {
            case "UserDetailList" -> inventory.iam.user(item);
            case "GroupDetailList" -> inventory.iam.group(item);
            case "RoleDetailList" -> inventory.iam.role(item);
            case "Policies" -> inventory.iam.policy(item);
            case "clusters" -> inventory.ecs.cluster(item);
            case "tasks" -> inventory.ecs.task(item);
            case "services" -> inventory.ecs.service(item);
            case "containerInstances" -> inventory.ecs.containerInstance(item);
            case "VpcEndpoints" -> inventory.other.endpoint(item);
            case "Subnets" -> inventory.other.subnet(item);
            case "logGroups" -> inventory.other.logGroup(item);
            case "keys" -> inventory.other.key(item);
            case "Aliases" -> inventory.other.alias(item);
            case "levels" -> {
                if (levels != null) {
                    levels.add(item);
                }
            }
            default -> throw new IllegalStateException(list);
        }
    }

    @Override
    public void member(String member, JsonValue value) {
        settle();
        switch (member) {
            case "IsTruncated" -> truncated(value);
            case "NextToken", "nextToken" -> {
                if (value instanceof JsonString token && !token.value().isEmpty()) {
                    more = value.span();
                }
            }
            case "type" -> type = value;
            default -> {
                @Nullable Shape shape = Shape.BY_MEMBER.get(member);
                if (shape != null && foreign == null) {
                    shaped(shape, member, value);
                }
            }
        }
    }

    private void truncated(JsonValue value) {
        if (value instanceof JsonBoolean truncated) {
            more = truncated.value() ? value.span() : more;
        } else if (!(value instanceof JsonNull)) {
            findings.error(
                    "R-EXEC-115", value.span(), "`IsTruncated` is not `true` or `false`", "make the document again");
        }
    }

    private void shaped(Shape shape, String member, JsonValue value) {
        if (shape.kind() == DocumentKind.CLIENT_ENVIRONMENT) {
            accept(shape.kind(), value.span());
            client.put(member, value);
        } else if (shape.isList() || !looksLike(value, shape)) {
            foreign(member, shape.isList() ? "not a list" : "something else");
        } else {
            accept(shape.kind(), value.span());
            if (shape.kind() == DocumentKind.TASK_DEFINITION) {
                definition = value;
            } else {
                inventory.other.keyMetadata(value);
            }
        }
    }

    /** A list without items tells the kind too, but for one that other commands print as well. */
    private void settle() {
        if (pending != null
                && pendingPlace != null
                && foreign == null
                && !pending.member().equals("Policies")) {
            accept(pending.kind(), pendingPlace);
        }
        pending = null;
    }

    private void accept(DocumentKind found, SourceSpan place) {
        if (kind == null) {
            kind = found;
            kindPlace = place;
        } else if (kind != found && kindPlace != null) {
            findings.add(Diagnostic.error(
                            "R-EXEC-112",
                            place,
                            "the document tells " + kind.text() + " and " + found.text(),
                            "keep what each command prints in a file of its own")
                    .withRelated(kindPlace, "first here"));
        }
    }

    private void foreign(String member, String why) {
        if (kind == null) {
            foreign = "its `" + member + "` is " + why;
        } else {
            findings.error(
                    "R-EXEC-115",
                    Source.of(name, "").span(0, 0),
                    "`" + member + "` is " + why,
                    "make the document again");
        }
    }

    /** The whole document was read; its kind, if it has one. */
    Optional<DocumentKind> end() {
        settle();
        @Nullable DocumentKind found = kind;
        if (found == null) {
            return Optional.empty();
        }
        if (definition != null) {
            inventory.ecs.taskDefinition(definition, Optional.ofNullable(definitionTags));
        }
        if (levels != null && kindPlace != null) {
            found = inventory.organization.read(levels, Optional.ofNullable(type), kindPlace);
        }
        inventory.other.client(client);
        failures.forEach(inventory.ecs::failure);
        inventory.page(found, Optional.ofNullable(more));
        return Optional.of(found);
    }

    /** Why it has no kind, for a message; empty if it has no member that we know. */
    Optional<String> whyForeign() {
        return Optional.ofNullable(foreign);
    }
}
