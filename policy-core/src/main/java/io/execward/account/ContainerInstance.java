// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A container instance (R-EXEC-104).
 *
 * @param registeredAt since when tasks can be placed on it
 */
public record ContainerInstance(
        String arn,
        Optional<String> agentVersion,
        Optional<Boolean> agentConnected,
        Optional<String> ec2InstanceId,
        Optional<String> vpcId,
        Optional<String> subnetId,
        Optional<String> osType,
        Optional<String> osFamily,
        Optional<Instant> registeredAt) {}
