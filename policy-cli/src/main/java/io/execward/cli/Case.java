// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.evaluate.Verdict;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.Optional;

/**
 * One case of a case file (section J of the IAM rules).
 *
 * @param uncertain true if it pins a choice where AWS is silent
 */
record Case(
        String id,
        Optional<String> rule,
        boolean uncertain,
        PolicySet policies,
        Request request,
        Optional<Verdict> expected) {}
