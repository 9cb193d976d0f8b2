// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.dsl.ExecKit;
import io.execward.dsl.ExecPolicy;
import io.execward.dsl.IamPolicy;
import io.execward.dsl.Target;
import java.util.Map;
import java.util.Optional;

/** Makes a kit of words. */
record KitDraft(KitWords words, Optional<ClusterDocuments> documents) {
    /** The policies by name; empty if something is wrong, which is then with the words. */
    Optional<Map<String, IamPolicy>> policies() {
        for (KitField field : words.fields()) {
            if (field.use() == KitField.Use.GRANT) {
                words.all(field)
                        .forEach(word -> words.refuse(
                                word,
                                Refusal.KIT_FILES,
                                word.name() + " is of a break-glass grant",
                                "leave it out, or say for whom in " + words.name(KitField.BREAK_GLASS_FOR)));
            }
        }
        KitCluster cluster = KitCluster.of(words, documents, true);
        KitLimits limits = new KitLimits(words);
        limits.on(ExecPolicy.allowExec().inCluster(cluster.arn()));
        Optional<Target<Target.Role>> callers = role(KitField.CALLER_ROLE);
        Optional<Target<Target.Role>> tasks = role(KitField.TASK_ROLE);
        Optional<Target<Target.Role>> launchers = role(KitField.LAUNCHER_ROLE);
        if (words.isWrong()) {
            return Optional.empty();
        }
        try {
            return Optional.of(kit(cluster, limits, callers, tasks, launchers).documents());
        } catch (IllegalArgumentException e) {
            // What documents tell of the cluster may be no configuration.
            words.all(KitField.CLUSTER).forEach(word -> words.refuse(word, e));
            return Optional.empty();
        }
    }

    private ExecKit kit(
            KitCluster cluster,
            KitLimits limits,
            Optional<Target<Target.Role>> callers,
            Optional<Target<Target.Role>> tasks,
            Optional<Target<Target.Role>> launchers) {
        ExecKit kit = cluster.key()
                .map(key -> ExecKit.forCluster(cluster.arn(), cluster.configuration(), key))
                .orElseGet(() -> ExecKit.forCluster(cluster.arn(), cluster.configuration()))
                .callers(limits::on);
        kit = callers.map(kit::callersAre).orElse(kit);
        kit = tasks.map(kit::tasksRunAs).orElse(kit);
        kit = launchers.map(kit::launchersAre).orElse(kit);
        return words.says(KitField.REFUSE_OMITTED_FLAG) ? kit.omittedFlagIsRefused() : kit;
    }

    private Optional<Target<Target.Role>> role(KitField field) {
        return words.one(field).flatMap(word -> words.tried(word, Target::role));
    }
}
