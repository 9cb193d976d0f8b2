// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ssm:StartSession} straight into a container, past ECS Exec (R-EXEC-19, R-EXEC-22). It is checked on the task and on the
 * session document (R-EXEC-20); no {@code ecs:} key is in the request (R-EXEC-21).
 *
 * @param taskTags empty if not told
 */
public record StartSessionRequest(
        Caller caller, TaskArn task, Optional<Map<String, String>> taskTags, SessionDocument document)
        implements OperationRequest {
    public StartSessionRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(task, "task");
        taskTags = taskTags.map(Tags::copy);
        Objects.requireNonNull(document, "document");
    }

    /** A request for a task whose tags are not told. */
    public static StartSessionRequest of(Caller caller, TaskArn task, SessionDocument document) {
        return new StartSessionRequest(caller, task, Optional.empty(), document);
    }

    /** The task has these tags and no others. */
    public StartSessionRequest taskTagged(Map<String, String> tags) {
        return new StartSessionRequest(caller, task, Optional.of(tags), document);
    }

    @Override
    public String operation() {
        return "StartSession";
    }

    @Override
    public List<OperationCheck> checks() {
        Draft draft = Draft.of(caller, "ssm:StartSession", task.region())
                .unknown("ssm:SessionDocumentAccessCheck")
                .unknown("ssm:AccessRequestId");
        List<OperationCheck> checks = new ArrayList<>(2);
        checks.add(draft.check(
                "task", task.toString(), Tags.ofSessionTarget(taskTags).plus(owner(task.account()))));
        if (document.isChecked()) {
            checks.add(draft.check("document", document.arnFor(task), aboutDocument()));
        }
        return List.copyOf(checks);
    }

    /** Nobody but AWS can tag its documents, and no text says which account owns them. */
    private Context aboutDocument() {
        return document.account(task)
                .map(account -> Tags.ofDocument(Optional.empty()).plus(owner(account)))
                .orElseGet(
                        () -> Context.builder().unknown("aws:ResourceAccount").build())
                .plus(Context.builder()
                        .unknown("ssm:DocumentCategories")
                        .unknown("ssm:DocumentType")
                        .build());
    }

    private static Context owner(String account) {
        return Context.of("aws:ResourceAccount", account);
    }
}
