// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.IamIdentity;

/** A pattern for names: {@code *} is any text, {@code ?} any one character, letters count in their case. */
record NamePattern(String text) {
    /** A user or role by its ARN, by what follows its account, such as {@code role/OnCall}, or by its name. */
    boolean accepts(IamIdentity identity) {
        return accepts(identity.arn().toString()) || accepts(identity.arn().resource()) || accepts(identity.name());
    }

    /** True if the pattern covers the whole name. Time is at most the product of both lengths. */
    boolean accepts(String name) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int from = 0;
        while (from < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                retry = from;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == name.charAt(from))) {
                at++;
                from++;
            } else if (star >= 0) {
                at = star + 1;
                from = ++retry;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
