/**
 * Assertions on policies, for unit tests. Start at {@link io.execward.assertj.ExecwardAssertions#assertThat}; a failed assertion shows
 * the explained decision: which check, which layer, which statement, and which facts were missing.
 *
 * <p>A sentence is checked by its last word, and each word before it offers only what may come next: {@code container("app")} checks
 * {@code allowsExec().into(task)}. A half sentence checks nothing; its words are marked
 * {@link org.assertj.core.annotation.CheckReturnValue}, so that Error Prone and other checkers refuse it, and {@link
 * io.execward.assertj.ExecwardSoftAssertions} report it.
 *
 * <p>Needs {@code org.assertj:assertj-core}, which is an optional dependency: whoever uses this package brings it.
 */
@NullMarked
package io.execward.assertj;

import org.jspecify.annotations.NullMarked;
