// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.json.JsonNull;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The network (R-EXEC-106), log groups, KMS keys, and the caller's client. */
final class OtherDocuments {
    private final Findings findings;
    private final PolicyTexts texts;
    final Things<VpcEndpoint> endpoints;
    final Things<Subnet> subnets;
    final Things<LogGroup> logGroups;
    final Things<ClientEnvironment> clients;
    /** Without policies and aliases, which other documents may tell. */
    private final Things<KmsKey> keys;

    private final Things<AttachedPolicy> keyPolicies;
    /** By the key's ARN, and by its id where nothing tells the Region. */
    private final Map<String, Set<String>> aliases = new LinkedHashMap<>();

    OtherDocuments(Findings findings, PolicyTexts texts) {
        this.findings = findings;
        this.texts = texts;
        endpoints = new Things<>("the endpoint", findings);
        subnets = new Things<>("the subnet", findings);
        logGroups = new Things<>("the log group", findings);
        clients = new Things<>("the client environment", findings);
        keys = new Things<>("the key", findings);
        keyPolicies = new Things<>("the policy of the key", findings);
    }

    void endpoint(JsonValue item) {
        Fields.of(item, "the endpoint", findings).ifPresent(endpoint -> {
            long before = findings.errorCount();
            Optional<String> id = endpoint.requiredText("VpcEndpointId");
            Optional<String> vpc = endpoint.requiredText("VpcId");
            Optional<String> service = endpoint.requiredText("ServiceName");
            Optional<String> state = endpoint.requiredText("State");
            Optional<String> type = endpoint.textIfAny("VpcEndpointType");
            boolean privateDns = endpoint.flag("PrivateDnsEnabled", false);
            Optional<AttachedPolicy> policy = endpoint.value("PolicyDocument")
                    .flatMap(text -> id.flatMap(name -> texts.read(name, PolicyKind.VPC_ENDPOINT, text)));
            if (findings.errorCount() == before
                    && id.isPresent()
                    && vpc.isPresent()
                    && service.isPresent()
                    && state.isPresent()) {
                VpcEndpoint read =
                        new VpcEndpoint(id.get(), vpc.get(), service.get(), type, state.get(), privateDns, policy);
                endpoints.add(id.get(), read, endpoint.opening());
            }
        });
    }

    void subnet(JsonValue item) {
        Fields.of(item, "the subnet", findings).ifPresent(subnet -> {
            long before = findings.errorCount();
            Optional<String> id = subnet.requiredText("SubnetId");
            Optional<String> vpc = subnet.requiredText("VpcId");
            Optional<String> owner = subnet.textIfAny("OwnerId");
            boolean ipv6 = subnet.flag("Ipv6Native", false);
            if (findings.errorCount() == before && id.isPresent() && vpc.isPresent()) {
                subnets.add(id.get(), new Subnet(id.get(), vpc.get(), owner, ipv6), subnet.opening());
            }
        });
    }

    void logGroup(JsonValue item) {
        Fields.of(item, "the log group", findings).ifPresent(group -> {
            long before = findings.errorCount();
            Optional<String> name = group.requiredText("logGroupName");
            LogGroup read = new LogGroup(name.orElse(""), group.textIfAny("arn"), group.textIfAny("kmsKeyId"));
            if (findings.errorCount() == before) {
                logGroups.add(read.arn().orElse(read.name()), read, group.opening());
            }
        });
    }

    void key(JsonValue item) {
        Fields.of(item, "the key", findings).ifPresent(key -> {
            Optional<Fields> metadata =
                    key.requiredValue("KeyMetadata").flatMap(value -> Fields.of(value, "`KeyMetadata`", findings));
            metadata.ifPresent(each -> key(each, key.value("Policy"), aliases(key)));
        });
    }

    /** A key whose policy is not told beside it, as {@code aws kms describe-key} prints it. */
    void keyMetadata(JsonValue value) {
        Fields.of(value, "`KeyMetadata`", findings).ifPresent(metadata -> key(metadata, Optional.empty(), List.of()));
    }

    private void key(Fields metadata, Optional<JsonValue> document, List<String> names) {
        long before = findings.errorCount();
        Optional<Arn> arn = metadata.requiredText("Arn", Arn::of);
        Optional<String> id = metadata.requiredText("KeyId");
        if (arn.isPresent() && id.isPresent() && !arn.get().resource().equals("key/" + id.get())) {
            metadata.error(
                    "R-EXEC-114",
                    "KeyId",
                    "the key id `" + id.get() + "` is not that of `" + arn.get() + "`",
                    "make the document again: AWS never prints that");
        }
        boolean awsManaged = metadata.text("KeyManager").orElse("").equals("AWS");
        Optional<AttachedPolicy> policy = document.flatMap(
                value -> arn.flatMap(each -> texts.read(each.resource() + "/key policy", PolicyKind.RESOURCE, value)));
        if (findings.errorCount() == before && arn.isPresent() && id.isPresent()) {
            KmsKey read = new KmsKey(arn.get(), id.get(), awsManaged, List.of(), Optional.empty());
            String name = arn.get().toString();
            keys.add(name, read, metadata.opening());
            policy.ifPresent(each -> keyPolicies.add(name, each, metadata.opening()));
            aliases.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(names);
        }
    }

    /** Names, or objects as lists of aliases hold them. */
    private List<String> aliases(Fields key) {
        List<String> all = new ArrayList<>();
        for (JsonValue item : key.list("Aliases").orElse(List.of())) {
            if (item instanceof JsonString name && isAlias(name.value())) {
                all.add(name.value());
            } else {
                Fields.of(item, "the alias", findings)
                        .flatMap(alias -> alias.requiredText("AliasName", OtherDocuments::alias))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean isAlias(String text) {
        return text.startsWith("alias/") && text.length() > "alias/".length();
    }

    /** @throws IllegalArgumentException if the text is not the name of an alias */
    private static String alias(String text) {
        if (!isAlias(text)) {
            throw new IllegalArgumentException("`" + text + "` is not an alias, which is named like `alias/exec`");
        }
        return text;
    }

    void alias(JsonValue item) {
        Fields.of(item, "the alias", findings).ifPresent(alias -> {
            Optional<String> name = alias.requiredText("AliasName", OtherDocuments::alias);
            Optional<String> key = alias.textIfAny("TargetKeyId");
            Optional<Arn> arn = alias.textIfAny("AliasArn").flatMap(Arn::tryOf);
            if (name.isPresent() && key.isPresent()) {
                String of = arn.map(it -> beside(it, "key/" + key.get())).orElse(key.get());
                aliases.computeIfAbsent(of, id -> new LinkedHashSet<>()).add(name.get());
            }
        });
    }

    /** Replicas of a key have one id in all Regions, and each has aliases of its own. */
    private static String beside(Arn arn, String resource) {
        return new Arn(arn.partition(), arn.service(), arn.region(), arn.account(), resource).toString();
    }

    private void oneKey(String alias, KmsKey key, Map<String, KmsKey> byAlias) {
        @Nullable KmsKey earlier = byAlias.putIfAbsent(alias, key);
        if (earlier != null) {
            findings.add(Diagnostic.error(
                            "R-EXEC-114",
                            keys.place(key.arn().toString()),
                            "the alias `" + alias + "` is told of two keys",
                            "remove the older one, or make the documents again in one go")
                    .withRelated(keys.place(earlier.arn().toString()), "first here"));
        }
    }

    /** The keys with what all documents tell about them. */
    List<KmsKey> keys() {
        Map<String, Integer> sameId = new HashMap<>();
        keys.inOrder().forEach(key -> sameId.merge(key.id(), 1, Integer::sum));
        Map<String, KmsKey> byAlias = new HashMap<>();
        List<KmsKey> all = new ArrayList<>();
        for (KmsKey key : keys.inOrder()) {
            Set<String> names =
                    new LinkedHashSet<>(aliases.getOrDefault(key.arn().toString(), Set.of()));
            if (sameId.getOrDefault(key.id(), 0) == 1) {
                names.addAll(aliases.getOrDefault(key.id(), Set.of()));
            }
            names.forEach(alias -> oneKey(beside(key.arn(), alias), key, byAlias));
            Optional<AttachedPolicy> policy =
                    Optional.ofNullable(keyPolicies.get(key.arn().toString()));
            all.add(new KmsKey(key.arn(), key.id(), key.awsManaged(), List.copyOf(names), policy));
        }
        return all;
    }

    /** Both members have to be there: {@code null} says that something is not installed, no member says nothing. */
    void client(Map<String, JsonValue> members) {
        members.values().stream().findFirst().ifPresent(first -> {
            long before = findings.errorCount();
            Optional<String> cli = version("awsCliVersion", members, first);
            Optional<String> plugin = version("sessionManagerPluginVersion", members, first);
            if (findings.errorCount() == before) {
                clients.add("of the caller", new ClientEnvironment(cli, plugin), first.span());
            }
        });
    }

    private Optional<String> version(String name, Map<String, JsonValue> members, JsonValue first) {
        JsonValue value = members.get(name);
        if (value == null) {
            findings.error(
                    "R-EXEC-115",
                    first.span(),
                    "the client environment has no `" + name + "`",
                    "write its version, or `null` if it is not installed");
            return Optional.empty();
        }
        if (value instanceof JsonNull) {
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.value()).filter(each -> !each.isEmpty());
        }
        findings.error("R-EXEC-115", value.span(), "`" + name + "` is not a string", "write its version as text");
        return Optional.empty();
    }
}
