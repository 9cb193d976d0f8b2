// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.Objects;
import java.util.Optional;

/**
 * Which container a command is for. A caller may leave it out where a task has just one; nobody documents whether the key
 * {@code ecs:container-name} is then in the request, so an omitted container is known only as far as the caller tells (U-EXEC-02).
 *
 * @param name the container's name, case-sensitive
 * @param absent true if the key is taken to be missing from the request, the worst case for a Deny on it
 */
public record Container(Optional<String> name, boolean absent) {
    public Container {
        Objects.requireNonNull(name, "name");
        if (absent && name.isPresent()) {
            throw new IllegalArgumentException("a container that has a name is not absent");
        }
    }

    /** The container of this name; also for a request that omits the only container of a task. */
    public static Container named(String name) {
        return new Container(Optional.of(name), false);
    }

    /** The request names no container, and the task's containers are not known: the key is unknown. */
    public static Container omitted() {
        return new Container(Optional.empty(), false);
    }

    /** The request names no container, and the key is taken to be absent. */
    public static Container omittedAndAbsent() {
        return new Container(Optional.empty(), true);
    }
}
