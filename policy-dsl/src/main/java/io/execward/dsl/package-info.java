/**
 * Policies in Java sentences. {@link io.execward.dsl.ExecPolicy} says who may open a shell where and shuts the roads around it,
 * {@link io.execward.dsl.ExecKit} makes every policy that a cluster needs, {@link io.execward.dsl.BreakGlass} a grant with an end
 * and a proof, and {@link io.execward.dsl.IamPolicy} says whatever else a policy can say.
 *
 * <p>Sentences are immutable: each step returns a new one, so that a beginning can be used again. What cannot be meant does not
 * compile; what the compiler cannot see is refused with an {@link java.lang.IllegalArgumentException} that names the rule and the next
 * step. What is raw looks raw: {@code ActionSet.raw}, {@code Target.raw}, {@code When.raw}, {@code IamPolicy.raw}.
 */
@NullMarked
package io.execward.dsl;

import org.jspecify.annotations.NullMarked;
