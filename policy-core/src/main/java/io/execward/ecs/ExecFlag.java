// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.ContextValue;
import java.util.List;

/**
 * What a launch says about ECS Exec: the value of {@code ecs:enable-execute-command}. Nobody documents what the key holds when a
 * request leaves the flag out, so that is a setting (U-EXEC-01).
 */
public enum ExecFlag {
    /** The request switches exec on. */
    ON,
    /** The request switches exec off. */
    OFF,
    /** Left out: {@code false} for RunTask, StartTask and CreateService, absent for UpdateService. */
    OMITTED,
    /** Left out, and the key is taken to be {@code false}. */
    OMITTED_AS_FALSE,
    /** Left out, and the key is taken to be absent. */
    OMITTED_AS_ABSENT,
    /** Left out, and it is not known what the key is. */
    OMITTED_AS_UNKNOWN;

    private static final ContextValue TRUE = ContextValue.of(List.of("true"));
    private static final ContextValue FALSE = ContextValue.of(List.of("false"));

    ContextValue value(ContextValue ifOmitted) {
        return switch (this) {
            case ON -> TRUE;
            case OFF, OMITTED_AS_FALSE -> FALSE;
            case OMITTED -> ifOmitted;
            case OMITTED_AS_ABSENT -> ContextValue.ABSENT;
            case OMITTED_AS_UNKNOWN -> ContextValue.UNKNOWN;
        };
    }

    /** For requests that launch tasks: an omitted flag means that exec is off. */
    ContextValue ofLaunch() {
        return value(FALSE);
    }

    /** For requests that change a service: an omitted flag means that nothing changes. */
    ContextValue ofUpdate() {
        return value(ContextValue.ABSENT);
    }
}
