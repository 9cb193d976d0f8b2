/**
 * JSON text and the policy model: {@link io.execward.json.Json} reads any JSON document into a tree that knows its positions,
 * {@link io.execward.json.PolicyJson} reads and writes policies, {@link io.execward.json.PolicyQuota} measures them.
 *
 * <p>Reading is strict (R-GRAM-01 to R-GRAM-21, R-READ-01 to R-READ-04): a document is understood whole or refused with every
 * problem that it has. Values and readers are immutable and safe to share. Tokens come from Jackson, which nobody outside this
 * package sees.
 */
@NullMarked
package io.execward.json;

import org.jspecify.annotations.NullMarked;
