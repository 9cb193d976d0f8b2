// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

/** The kinds of things that the language calls by a word of its own. */
public enum ResourceType {
    CLUSTER("cluster"),
    TASK("task"),
    TASK_DEFINITION("task-definition"),
    SERVICE("service"),
    CONTAINER("container"),
    INSTANCE("instance"),
    ROLE("role"),
    USER("user"),
    KEY("key"),
    DOCUMENT("document"),
    SESSION("session");

    private final String word;

    ResourceType(String word) {
        this.word = word;
    }

    /** The word, in its singular. */
    public String word() {
        return word;
    }
}
