// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;

/**
 * A string in quotes where only such a one may stand: a name, a reason, a time, a path.
 *
 * @param span quotes included
 * @param value as meant: escapes are resolved
 */
public record Text(SourceSpan span, String value) implements Node {}
