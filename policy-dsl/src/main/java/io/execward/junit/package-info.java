/**
 * Case files as JUnit tests: {@link io.execward.junit.CaseFiles} makes each line a dynamic test.
 *
 * <p>Needs {@code org.junit.jupiter:junit-jupiter-api}, which is an optional dependency: whoever uses this package brings it.
 */
@NullMarked
package io.execward.junit;

import org.jspecify.annotations.NullMarked;
