// SPDX-License-Identifier: Apache-2.0
package io.execward;

import io.execward.model.PolicySet;
import io.execward.model.Request;

/** A policy set and a request that is worth putting to it: both speak of the same few accounts, names and keys. */
public record Scene(PolicySet policies, Request request) {}
