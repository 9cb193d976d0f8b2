// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.Optional;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource} (R-ARN-01). Region and account may be empty
 * (R-ARN-02); the resource keeps further colons and slashes. The partition is opaque text (R-ARN-03).
 *
 * @param resource everything behind the fifth colon, such as {@code task/prod/0a1b}; never empty
 */
public record Arn(String partition, String service, String region, String account, String resource) {
    private static final int FIELDS = 6;

    /** @throws IllegalArgumentException if partition, service or resource is empty, or a field but the last has a colon */
    public Arn {
        field("partition", partition, false);
        field("service", service, false);
        field("region", region, true);
        field("account", account, true);
        Text.wellFormed("resource", resource);
        if (resource.isEmpty()) {
            throw new IllegalArgumentException("an ARN names a resource behind its fifth colon (R-ARN-01)");
        }
    }

    private static void field(String name, String text, boolean mayBeEmpty) {
        Text.wellFormed(name, text);
        if (text.isEmpty() && !mayBeEmpty) {
            throw new IllegalArgumentException("the " + name + " of an ARN is not empty (R-ARN-01)");
        }
        if (text.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the " + name + " of an ARN holds no colon: `" + text + "` (R-ARN-01)");
        }
    }

    /**
     * Reads the printed form.
     *
     * @throws IllegalArgumentException if {@code text} is not a complete ARN
     */
    public static Arn of(String text) {
        String[] fields = text.split(":", FIELDS);
        if (fields.length < FIELDS || !fields[0].equals("arn")) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not an ARN: write `arn:partition:service:region:account:resource` (R-ARN-01)");
        }
        try {
            return new Arn(fields[1], fields[2], fields[3], fields[4], fields[5]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`" + text + "` is not an ARN: " + e.getMessage(), e);
        }
    }

    /** The value that {@link #of} reads, or empty where it would throw. */
    public static Optional<Arn> tryOf(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** True if {@code text} is a 12-digit account id (R-PRIN-02). */
    public static boolean isAccountId(String text) {
        return Text.isDigits(text, 12);
    }

    /** The printed form, which {@link #of} reads back. */
    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
