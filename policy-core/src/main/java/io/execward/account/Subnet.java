// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.util.Optional;

/** A subnet. */
public record Subnet(String id, String vpcId, Optional<String> ownerId, boolean ipv6Native) {}
