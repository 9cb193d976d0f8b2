// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.List;
import java.util.Optional;

/**
 * A property as it was asked for, before it is known which clusters and principals the words mean.
 *
 * @param clusters by name or ARN, with wildcards
 * @param actions patterns, of {@code never}; likewise resources, and conditions as {@link Where} reads them
 * @param ceiling a policy file, of {@code inside}
 * @param except principals for whom the property is not meant
 */
record AskedProperty(
        PropertyKind kind,
        List<AskedWord> clusters,
        List<AskedWord> actions,
        List<AskedWord> resources,
        List<AskedWord> where,
        Optional<AskedWord> ceiling,
        List<AskedWord> except) {
    AskedProperty {
        clusters = List.copyOf(clusters);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        where = List.copyOf(where);
        except = List.copyOf(except);
    }
}
