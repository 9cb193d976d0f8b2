// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.List;
import java.util.Map;

/**
 * Requests that a search found, as a product: any of the actions, on any resource that is in the wanted boxes and in none of those left,
 * with any of the values.
 *
 * @param wanted one box of each union
 * @param left boxes whose resources are left out
 * @param fixed what is known, and the values of policy variables
 * @param values for each key that a condition of the boxes tests, the values that do
 * @param resource one of the resources
 */
record Solution(
        Kind kind,
        List<Box> wanted,
        List<Box> left,
        Context fixed,
        Map<ConditionKey, List<ContextValue>> values,
        String resource) {}
