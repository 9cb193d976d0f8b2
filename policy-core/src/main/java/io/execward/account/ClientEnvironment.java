// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.util.Optional;

/** What is installed where the caller calls from (R-EXEC-60, R-EXEC-61). */
public record ClientEnvironment(Optional<String> awsCliVersion, Optional<String> sessionManagerPluginVersion) {}
