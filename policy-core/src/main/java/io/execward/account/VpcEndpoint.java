// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.AttachedPolicy;
import java.util.Optional;

/** A VPC endpoint (R-EXEC-106). */
public record VpcEndpoint(
        String id,
        String vpcId,
        String serviceName,
        Optional<String> type,
        String state,
        boolean privateDnsEnabled,
        Optional<AttachedPolicy> policy) {}
