/**
 * What IAM says, as immutable values: {@link io.execward.model.Policy policies} and their statements, the layered
 * {@link io.execward.model.PolicySet}, and the {@link io.execward.model.Request} that is judged by them.
 *
 * <p>Wrong values cannot be constructed, values carry no positions, and equal text means equal values. Rule ids such as
 * {@code R-GRAM-09} are explained in {@code policy-core/docs/iam-semantics.md}.
 */
@NullMarked
package io.execward.model;

import org.jspecify.annotations.NullMarked;
