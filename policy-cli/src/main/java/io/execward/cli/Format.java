// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

/** How an answer is printed. */
enum Format {
    TEXT,
    JSON;

    /** @throws UsageError if there is no such format */
    static Format of(String text) {
        return switch (text) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default -> throw new UsageError("--format: `" + text + "` is not a format: write `text` or `json`");
        };
    }
}
