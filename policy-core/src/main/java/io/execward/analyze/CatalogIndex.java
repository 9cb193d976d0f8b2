// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.ResourceType;
import io.execward.catalog.Service;
import io.execward.catalog.ServiceAction;
import io.execward.catalog.ServiceCatalog;
import io.execward.match.ActionMatcher;
import io.execward.model.CaseFolding;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The actions of a catalog, which of them patterns match, and the forms of its resource types: each found once, safe to share. */
final class CatalogIndex {
    private final ServiceCatalog catalog;
    private final List<String> services;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, ArnForm> forms = new ConcurrentHashMap<>();

    CatalogIndex(ServiceCatalog catalog) {
        this.catalog = catalog;
        this.services = catalog.prefixes().stream().map(CaseFolding::fold).toList();
    }

    ServiceCatalog catalog() {
        return catalog;
    }

    /** Every prefix, folded. */
    List<String> services() {
        return services;
    }

    boolean has(String service) {
        return catalog.service(service).isPresent();
    }

    Entry entry(String service) {
        return entries.computeIfAbsent(
                service, prefix -> new Entry(catalog.service(prefix).orElseThrow()));
    }

    ArnForm form(ResourceType type, String partition) {
        String name = partition + ' ' + type.service() + ' ' + type.arnPattern();
        return forms.computeIfAbsent(name, n -> ArnForm.of(type, partition));
    }

    /** One service. */
    static final class Entry {
        private final List<ServiceAction> actions;
        private final Map<String, BitSet> matching = new ConcurrentHashMap<>();

        Entry(Service service) {
            this.actions = List.copyOf(service.actions());
        }

        List<ServiceAction> actions() {
            return actions;
        }

        /** The actions that a box matches; the caller's own. */
        BitSet actions(Box box) {
            ActionMatcher[] patterns = box.matcher().actions();
            BitSet any = new BitSet(actions.size());
            if (patterns.length == 0) {
                if (box.actions().isEverything()) {
                    any.set(0, actions.size());
                }
                return any;
            }
            for (ActionMatcher pattern : patterns) {
                if (actions.isEmpty() || !pattern.service().matches(service())) {
                    continue;
                }
                any.or(matching.computeIfAbsent(CaseFolding.fold(pattern.toString()), text -> actions(pattern)));
            }
            if (box.matcher().exemptsActions()) {
                any.flip(0, actions.size());
            }
            return any;
        }

        private String service() {
            return actions.get(0).action().service();
        }

        private BitSet actions(ActionMatcher pattern) {
            BitSet found = new BitSet(actions.size());
            for (int i = 0; i < actions.size(); i++) {
                if (pattern.matches(actions.get(i).action())) {
                    found.set(i);
                }
            }
            return found;
        }
    }
}
