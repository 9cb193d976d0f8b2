/**
 * What AWS services offer, as dated data: actions, resource types, condition keys and the actions that operations need. Start at
 * {@link io.execward.catalog.ServiceCatalog}; the keys that belong to no service are in {@link io.execward.catalog.GlobalKeys}.
 *
 * <p>A catalog knows what was published on its day: what it does not hold is unknown, not wrong (R-CAT-12). Everything is immutable
 * and safe to share. The rules are section L of {@code policy-core/docs/iam-semantics.md}.
 */
@NullMarked
package io.execward.catalog;

import org.jspecify.annotations.NullMarked;
