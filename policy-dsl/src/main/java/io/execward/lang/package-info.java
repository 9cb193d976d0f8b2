/**
 * The text language: exec policies that people can read, with their reasons and tests beside them. {@link io.execward.lang.ExecLanguage}
 * is the door: it parses a text to a {@link io.execward.lang.LanguageFile}, which is the file as written, and lowers that to policies.
 *
 * <p>A sentence about ECS Exec means what the same sentence of {@link io.execward.dsl.ExecPolicy} means, because it is lowered through
 * it. The generated parser is in an internal package; none of its types is seen here.
 */
@NullMarked
package io.execward.lang;

import org.jspecify.annotations.NullMarked;
