// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.util.Optional;

/** A CloudWatch log group. */
public record LogGroup(String name, Optional<String> arn, Optional<String> kmsKeyId) {}
