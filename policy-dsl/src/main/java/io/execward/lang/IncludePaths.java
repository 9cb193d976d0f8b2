// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths below the root folder, with slashes; nothing is looked up. */
final class IncludePaths {
    private IncludePaths() {}

    /**
     * Where an include leads.
     *
     * @param from the path of the file that includes
     * @param written relative to the folder of that file
     * @return empty if it is absolute, leaves the root folder, or has characters by which some systems could be made to
     */
    static Optional<String> resolve(String from, String written) {
        boolean plain = !written.isEmpty()
                && !written.startsWith("/")
                && written.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ');
        if (!plain) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        int folder = from.lastIndexOf('/');
        boolean inside = folder < 0 || walk(parts, from.substring(0, folder));
        if (!inside || !walk(parts, written) || parts.isEmpty() || written.endsWith("/")) {
            return Optional.empty();
        }
        return Optional.of(String.join("/", parts));
    }

    private static boolean walk(Deque<String> parts, String path) {
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(start, end);
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return false;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
            start = end + 1;
        }
        return true;
    }
}
