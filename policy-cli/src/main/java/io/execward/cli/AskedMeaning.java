// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.analyze.Region;
import io.execward.catalog.Answer;
import io.execward.catalog.ServiceCatalog;
import io.execward.ecs.ClusterArn;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.ResourcePattern;
import io.execward.proof.PolicyHolder;
import io.execward.proof.Property;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what the words of a question mean. What means nothing is refused, lest a misspelt name look like a proof.
 *
 * @param account the documents; empty if policies were named one by one, where clusters are ARNs and nobody can be left out
 */
record AskedMeaning(Optional<AccountSnapshot> account, PolicyFiles files, AskedProblems problems) {
    /** The property, or nothing if a word of it was refused. */
    Optional<Property> property(AskedProperty asked) {
        return switch (asked.kind()) {
            case NO_SHELL_IN -> clusters(asked).map(Property.NoShell::new);
            case NO_DIRECT_SESSION -> Optional.of(new Property.NoDirectSession());
            case NO_LAUNCH_WITH_EXEC_IN -> clusters(asked).map(Property.NoLaunchWithExec::new);
            case NO_SELF_TAGGING -> Optional.of(new Property.NoSelfTagging());
            case EXEC_NEEDS_MFA -> Optional.of(new Property.ExecNeedsMfa());
            case INSIDE -> asked.ceiling().map(this::inside);
            case NEVER -> never(asked);
        };
    }

    private Property inside(AskedWord file) {
        PolicySet ceiling = PolicySet.builder()
                .identity(files.read(file.text(), PolicyKind.IDENTITY))
                .build();
        return new Property.Inside(InputFiles.name(file.text()), ceiling);
    }

    private Optional<Property> never(AskedProperty asked) {
        List<Condition> conditions = Where.read(asked.where(), problems);
        List<String> actions = patterns(asked.actions());
        List<String> resources = asked.resources().isEmpty() ? List.of("*") : patterns(asked.resources());
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        String text = "nobody may do " + String.join(", ", actions)
                + (asked.resources().isEmpty() ? "" : " on " + String.join(", ", resources))
                + (asked.where().isEmpty()
                        ? ""
                        : " where "
                                + asked.where().stream().map(AskedWord::text).collect(Collectors.joining(" and ")));
        Region region = Region.of(actions, resources).where(conditions.toArray(Condition[]::new));
        return Optional.of(new Property.Never(text, region));
    }

    private List<String> patterns(List<AskedWord> words) {
        List<String> good = new ArrayList<>();
        for (AskedWord word : words) {
            try {
                if (word.option().equals("--on") || word.option().equals("resources")) {
                    new ResourcePattern(word.text());
                } else if (isMisspelt(word)) {
                    continue;
                }
                good.add(word.text());
            } catch (IllegalArgumentException e) {
                problems.refuse(word, e);
            }
        }
        return good;
    }

    /** Of an action that is none it would hold that it is never allowed; services that the catalog does not know may have any. */
    private boolean isMisspelt(AskedWord word) {
        ActionPattern pattern = new ActionPattern(word.text());
        ServiceCatalog catalog = ServiceCatalog.bundled();
        if (catalog.matchesAny(pattern) != Answer.NO) {
            return false;
        }
        String help = pattern.text().indexOf('*') >= 0 || pattern.text().indexOf('?') >= 0
                ? ""
                : catalog.nearest(Action.of(pattern.text()))
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("");
        problems.refuse(
                word, "no action of the service catalog of " + catalog.date() + " fits `" + word.text() + "`", help);
        return true;
    }

    /** Which clusters of a property no document tells of: what holds of them holds of a name that somebody wrote. */
    List<ClusterArn> untold(Property property) {
        return account.map(documents -> {
                    Set<ClusterArn> told = Set.copyOf(known(documents));
                    return clustersOf(property).stream()
                            .filter(arn -> !told.contains(arn))
                            .toList();
                })
                .orElse(List.of());
    }

    private static List<ClusterArn> clustersOf(Property property) {
        if (property instanceof Property.NoShell noShell) {
            return noShell.clusters();
        }
        return property instanceof Property.NoLaunchWithExec noLaunch ? noLaunch.clusters() : List.of();
    }

    private Optional<List<ClusterArn>> clusters(AskedProperty asked) {
        Set<ClusterArn> all = new LinkedHashSet<>();
        asked.clusters().forEach(word -> all.addAll(clusters(word)));
        return all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all));
    }

    private List<ClusterArn> clusters(AskedWord word) {
        NamePattern pattern = new NamePattern(word.text());
        List<ClusterArn> known = account.map(AskedMeaning::known).orElse(List.of());
        List<ClusterArn> found = known.stream()
                .filter(arn -> pattern.accepts(arn.name()) || pattern.accepts(arn.toString()))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        if (word.text().startsWith("arn:") && word.text().indexOf('*') < 0) {
            try {
                return List.of(ClusterArn.of(word.text())); // of documents that are still to come
            } catch (IllegalArgumentException e) {
                problems.refuse(word, e);
                return List.of();
            }
        }
        Set<String> names = new TreeSet<>();
        known.forEach(arn -> names.add(arn.name()));
        problems.refuse(
                word,
                account.isPresent()
                        ? "no cluster of the documents fits `" + word.text() + "`"
                        : "`" + word.text() + "` names no cluster without documents",
                names.isEmpty() ? "write the ARN of the cluster" : "known are " + String.join(", ", names));
        return List.of();
    }

    private static List<ClusterArn> known(AccountSnapshot account) {
        return Stream.concat(
                        account.clusters().stream().map(EcsCluster::arn),
                        account.tasks().stream().map(EcsTask::cluster))
                .distinct()
                .toList();
    }

    /** Those whom the property is not meant for. */
    List<IamIdentity> except(AskedProperty asked) {
        Set<IamIdentity> all = new LinkedHashSet<>();
        for (AskedWord word : asked.except()) {
            List<IamIdentity> found = identities()
                    .filter(identity -> new NamePattern(word.text()).accepts(identity))
                    .toList();
            if (found.isEmpty()) {
                problems.refuse(
                        word,
                        "no user or role of the documents fits `" + word.text() + "`",
                        account.isPresent()
                                ? "write a name such as `role/OnCall`"
                                : "leave it out: there is one caller");
            }
            all.addAll(found);
        }
        return List.copyOf(all);
    }

    private Stream<IamIdentity> identities() {
        return account.stream().flatMap(documents -> documents.identities().stream());
    }

    /** Everybody whom the property is meant for. */
    static List<PolicyHolder> without(List<PolicyHolder> holders, List<IamIdentity> except) {
        List<Principal> leftOut = except.stream().map(IamIdentity::principal).toList();
        return holders.stream()
                .filter(holder -> !leftOut.contains(holder.caller().principal()))
                .toList();
    }
}
