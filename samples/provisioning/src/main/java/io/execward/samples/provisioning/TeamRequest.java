// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.provisioning;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;

/**
 * What a team asks for: shells in one container of its own tasks, which carry the tag {@code team}.
 *
 * @param configuration of the cluster, which decides what else is needed
 */
public record TeamRequest(String team, ClusterArn cluster, String container, ExecConfiguration configuration) {}
