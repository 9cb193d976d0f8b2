// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.PolicyEngine;
import io.execward.model.Resource;

/** The engine that judges requests on a resource: another one where the resource has a policy of its own, such as a KMS key. */
@FunctionalInterface
public interface ResourceEngines {
    /** The engine for this resource; the same object for resources under the same policies. */
    PolicyEngine on(Resource resource);
}
