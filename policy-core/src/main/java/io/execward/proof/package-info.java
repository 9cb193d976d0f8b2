// SPDX-License-Identifier: Apache-2.0
/**
 * What the principals of an account can never do: properties of the domain, put to {@link io.execward.analyze.PolicyAnalyzer} for each
 * principal and each road, with an answer that can be read without JSON. Start at {@link Prover}.
 *
 * <p>Roads are asked about in a form that leaves no request out: where two facts are tied by AWS and the question cannot say so, it is
 * asked without the tie. So what holds, holds; what fails is shown with requests that keep the ties wherever there are such, and is
 * labelled where there are none.
 */
@NullMarked
package io.execward.proof;

import org.jspecify.annotations.NullMarked;
