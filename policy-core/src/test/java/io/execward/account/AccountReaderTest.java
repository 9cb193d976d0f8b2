// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.Golden;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceSpan;
import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyPath;
import io.execward.model.Principal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountReaderTest {
    private static final String EMPTY_IAM =
            "{\"UserDetailList\": [], \"GroupDetailList\": [], \"RoleDetailList\": [], \"Policies\": []}";
    private static final String ALLOW =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}]}";

    private static AccountSnapshot read(String... documents) {
        return AccountReader.create().read(documents(documents));
    }

    /** Called {@code 1.json}, {@code 2.json} and so on. */
    private static List<AccountDocument> documents(String... texts) {
        List<AccountDocument> all = new ArrayList<>();
        for (String text : texts) {
            all.add(AccountDocument.of((all.size() + 1) + ".json", text.getBytes(UTF_8)));
        }
        return all;
    }

    private static PolicySyntaxException refusal(String... documents) {
        return catchThrowableOfType(PolicySyntaxException.class, () -> read(documents));
    }

    private static String user(String name, String more) {
        return "{\"UserName\": \"" + name + "\", \"Arn\": \"arn:aws:iam::111122223333:user/" + name
                + "\", \"GroupList\": [], \"AttachedManagedPolicies\": []" + more + "}";
    }

    private static String users(String... users) {
        return "{\"UserDetailList\": [" + String.join(",\n", users) + "]}";
    }

    private static String task(String id, String more) {
        return "{\"taskArn\": \"arn:aws:ecs:us-east-1:111122223333:task/prod/" + id
                + "\", \"clusterArn\": \"arn:aws:ecs:us-east-1:111122223333:cluster/prod\","
                + " \"taskDefinitionArn\": \"arn:aws:ecs:us-east-1:111122223333:task-definition/web:1\","
                + " \"lastStatus\": \"RUNNING\", \"containers\": [{\"name\": \"web\"}]" + more + "}";
    }

    private static String tasks(String... tasks) {
        return "{\"tasks\": [" + String.join(",\n", tasks) + "]}";
    }

    private static String managed(String defaultId, String... versions) {
        return "{\"UserDetailList\": [], \"Policies\": [{\"PolicyName\": \"P\","
                + " \"Arn\": \"arn:aws:iam::111122223333:policy/P\", \"DefaultVersionId\": \"" + defaultId
                + "\", \"PolicyVersionList\": [" + String.join(", ", versions) + "]}]}";
    }

    private static String version(String id, boolean isDefault) {
        return "{\"VersionId\": \"" + id + "\", \"IsDefaultVersion\": " + isDefault + ", \"Document\": " + ALLOW + "}";
    }

    @Test
    void broken_documents_are_told_with_their_places() {
        StringBuilder printed = new StringBuilder();
        print(printed, "a document that is cut", users(user("ann", "")).substring(0, 60));
        print(printed, "an empty document", "");
        print(printed, "a list instead of an object", "[]");
        print(printed, "nothing that is known", "{\"a\": 1}", "{\"tasks\": [{\"label\": \"build\"}]}");
        print(printed, "two kinds in one document", "{\"clusters\": [], \"tasks\": []}");
        print(printed, "a member that matters is missing", "{\"UserDetailList\": [{\"UserName\": \"ann\"}]}");
        print(
                printed,
                "wrong types",
                tasks(task("a", ", \"enableExecuteCommand\": \"yes\", \"tags\": {}, \"group\": 7")));
        print(printed, "an item that is no object", "{\"tasks\": [" + task("a", "") + ", 7]}");
        print(printed, "not an ARN", "{\"clusters\": [{\"clusterArn\": \"prod\"}]}");
        print(printed, "a task of another cluster", tasks(task("a", "").replace("cluster/prod", "cluster/dev")));
        print(
                printed,
                "a task told twice, differently",
                tasks(task("a", "")),
                tasks(task("b", ""), task("a", ", \"group\": \"x\"")));
        print(
                printed,
                "a tag told twice",
                tasks(task(
                        "a", ", \"tags\": [{\"key\": \"k\", \"value\": \"1\"}, {\"key\": \"k\", \"value\": \"2\"}]")));
        print(printed, "a duplicate member", "{\"clusters\": [{\"clusterArn\": \"x\", \"clusterArn\": \"y\"}]}");
        print(printed, "half of the pages", "{\"IsTruncated\": true, \"Marker\": \"m\", \"UserDetailList\": []}");
        print(printed, "more tokens than pages", "{\"services\": [], \"nextToken\": \"t\"}");
        print(printed, "no default version", managed("v1", version("v1", false)));
        print(printed, "two default versions", managed("v1", version("v1", true), version("v1", true)));
        print(printed, "default versions that disagree", managed("v1", version("v1", false), version("v2", true)));
        print(
                printed,
                "a policy that IAM refuses",
                users(
                        user(
                                "ann",
                                ", \"UserPolicyList\": [{\"PolicyName\": \"p\", \"PolicyDocument\":\n {\"Statement\": [{\"Effect\": \"allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}]}}]")));
        print(
                printed,
                "a policy as text that IAM refuses",
                users(
                        user(
                                "ann",
                                ", \"UserPolicyList\": [{\"PolicyName\": \"p\", \"PolicyDocument\": \"%7B%0A%22Statement%22%3A%5B%5D%2C%22Foo%22%3A1%7D\"}]")));
        print(
                printed,
                "a policy that is not URL-encoded",
                users(
                        user(
                                "ann",
                                ", \"UserPolicyList\": [{\"PolicyName\": \"p\", \"PolicyDocument\": \"%7B%2\"}, {\"PolicyName\": \"q\", \"PolicyDocument\": \"%7B%FF%7D\"}]")));
        print(
                printed,
                "an unknown type of boundary",
                users(
                        user(
                                "ann",
                                ", \"PermissionsBoundary\": {\"PermissionsBoundaryType\": \"Limit\", \"PermissionsBoundaryArn\": \"arn:aws:iam::aws:policy/X\"}")));
        print(printed, "two accounts", users(user("ann", ""), user("bob", "").replace("111122223333", "444455556666")));
        print(printed, "no level", "{\"levels\": []}");
        print(
                printed,
                "levels of an unknown type",
                "{\"type\": \"TAG_POLICY\", \"levels\": [{\"target\": \"root\", \"policies\": []}]}");
        print(printed, "half a client", "{\"awsCliVersion\": \"aws-cli/2.17.20\"}");
        Golden.assertSame("account/broken.txt", printed.toString());
    }

    private static void print(StringBuilder printed, String title, String... documents) {
        printed.append("== ")
                .append(title)
                .append('\n')
                .append(refusal(documents).getMessage())
                .append('\n');
    }

    @Test
    void problems_of_all_documents_come_together() {
        PolicySyntaxException e =
                refusal("{\"tasks\": [{\"taskArn\": 1}]}", "{", "{\"clusters\": [{\"clusterArn\": \"x\"}]}");
        assertThat(e.diagnostics())
                .extracting(each -> each.span().source().name())
                .containsSubsequence("1.json", "2.json", "3.json");
    }

    @Test
    void odd_documents_are_warned_about() {
        AccountSnapshot account = read(
                tasks(task("a", ""))
                        .replace("]}]}", "]}], \"failures\": [{\"arn\": \"task/x\", \"reason\": \"MISSING\"}]}"),
                "{\"name\": \"package\"}",
                "{\"levels\": [{\"target\": \"root\", \"policies\": []}]}");
        Golden.assertSame("account/warnings.txt", DiagnosticPrinter.print(account.warnings()));
        assertThat(account.inputs()).extracting(InputDocument::name).containsExactly("1.json", "3.json");
    }

    @Test
    void an_empty_folder_is_an_error(@TempDir Path folder) {
        assertThatThrownBy(() -> AccountReader.create().read(folder))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("there is no document to read");
        assertThatThrownBy(() -> AccountReader.create().read(folder.resolve("nowhere")))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void files_are_found_by_their_ending_in_all_folders_and_read_by_path(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        Files.writeString(folder.resolve("z.json"), tasks(task("z", "")));
        Files.writeString(folder.resolve("notes.txt"), "not JSON");
        Files.writeString(folder.resolve("questions.jsonl"), "not JSON");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(tasks(task("c", "")).getBytes(UTF_8));
        }
        Files.write(folder.resolve("b/c/c.json.gz"), compressed.toByteArray());
        Files.createSymbolicLink(folder.resolve("b/loop"), folder);
        AccountSnapshot account = AccountReader.create().read(folder);
        assertThat(account.tasks()).extracting(each -> each.arn().id()).containsExactly("c", "z");
        assertThat(account.inputs()).extracting(InputDocument::name).containsExactly("b/c/c.json.gz", "z.json");

        Files.createSymbolicLink(folder.resolve("b/gone.json"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> AccountReader.create().read(folder))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("there is no such file")
                .hasMessageContaining("b/gone.json");
        Files.delete(folder.resolve("b/gone.json"));

        byte[] cut = Arrays.copyOf(compressed.toByteArray(), compressed.size() - 12);
        Files.write(folder.resolve("b/c/c.json.gz"), cut);
        assertThatThrownBy(() -> AccountReader.create().read(folder))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("cannot be read to its end");
    }

    @Test
    void the_hash_is_of_the_bytes_and_progress_counts_them() {
        byte[] bytes = EMPTY_IAM.getBytes(UTF_8);
        List<Long> seen = new ArrayList<>();
        AccountSnapshot account = AccountReader.create()
                .reporting(seen::add)
                .read(List.of(AccountDocument.of("a", bytes), AccountDocument.of("b", bytes)));
        assertThat(account.inputs().get(0).sha256())
                .isEqualTo(
                        com.google.common.hash.Hashing.sha256().hashBytes(bytes).toString());
        assertThat(seen).isSorted().endsWith(2L * bytes.length);
    }

    @Test
    void a_policy_may_be_an_object_or_text_or_encoded_text() {
        String encoded =
                "%7B%22Version%22%3A%20%222012-10-17%22%2C%20%22Statement%22%3A%20%5B%7B%22Effect%22%3A%20%22Allow%22%2C"
                        + "%20%22Action%22%3A%20%22s3%3A%2A%22%2C%20%22Resource%22%3A%20%22%2A%22%7D%5D%7D";
        AccountSnapshot account = read(users(user(
                "ann",
                ", \"UserPolicyList\": [{\"PolicyName\": \"a\", \"PolicyDocument\": " + ALLOW + "},"
                        + "\n{\"PolicyName\": \"b\", \"PolicyDocument\": \"" + encoded + "\"},"
                        + "\n{\"PolicyName\": \"c\", \"PolicyDocument\": \"" + ALLOW.replace("\"", "\\\"") + "\"}]")));
        List<AttachedPolicy> policies = account.identities().get(0).policies();
        assertThat(policies).extracting(AttachedPolicy::name).containsExactly("user/ann/a", "user/ann/b", "user/ann/c");
        assertThat(policies)
                .extracting(AttachedPolicy::policy)
                .containsOnly(policies.get(0).policy());
        PolicyPath action = PolicyPath.statement(0).member("Action");
        assertThat(policies)
                .extracting(policy -> account.place(policy, action).map(SourceSpan::text))
                .containsExactly(Optional.of("\"s3:*\""), Optional.of("%22s3%3A%2A%22"), Optional.of("\\\"s3:*\\\""));
    }

    @Test
    void characters_of_an_encoded_text_keep_their_places() {
        AccountSnapshot account = read(users(user(
                        "ann",
                        ", \"UserPolicyList\": [{\"PolicyName\": \"a\", \"PolicyDocument\":"
                                + " \"%7B%22Version%22:%222012-10-17%22,%22Statement%22:[%7B%22Sid%22:%22+%22,%22Effect%22:%22Allow%22,"
                                + "%22Action%22:%22s3:*%22,%22Resource%22:%22arn:aws:s3:::%C3%A9%F0%9F%98%80/x%22%7D]%7D\"}]")
                .replace("%22Sid%22:%22+%22,", "")));
        AttachedPolicy policy = account.identities().get(0).policies().get(0);
        assertThat(account.place(policy, PolicyPath.statement(0).member("Resource"))
                        .map(SourceSpan::text))
                .contains("%22arn:aws:s3:::%C3%A9%F0%9F%98%80/x%22");
        assertThat(policy.policy()
                        .statements()
                        .get(0)
                        .resources()
                        .orElseThrow()
                        .patterns()
                        .get(0)
                        .text())
                .isEqualTo("arn:aws:s3:::\u00e9\uD83D\uDE00/x");
    }

    @Test
    void only_the_default_version_counts() {
        AccountSnapshot account = Samples.account();
        IamIdentity alice =
                account.identity("arn:aws:iam::111122223333:user/alice").orElseThrow();
        AttachedPolicy devExec = alice.policies().get(1);
        assertThat(devExec.name()).isEqualTo("arn:aws:iam::111122223333:policy/DevExec");
        assertThat(devExec.policy().statements()).hasSize(3);
    }

    @Test
    void the_same_thing_may_be_told_twice_alike() {
        assertThat(read(tasks(task("a", "")), tasks(task("a", ", \"cpu\": \"256\""), task("b", "")))
                        .tasks())
                .hasSize(2);
    }

    @Test
    void pages_with_an_end_are_one_document() {
        AccountSnapshot account = read(
                "{\"UserDetailList\": [" + user("ann", "") + "], \"IsTruncated\": true, \"Marker\": \"m\"}",
                "{\"UserDetailList\": [" + user("bob", "") + "], \"IsTruncated\": false}");
        assertThat(account.identities()).extracting(IamIdentity::name).containsExactly("ann", "bob");
    }

    /** A Deny by tag must not get lost because nobody asked for tags (R-EXEC-118). */
    @Test
    void empty_tag_lists_mean_no_tags_only_if_something_has_tags() {
        String empty = tasks(task("a", ", \"tags\": []"));
        String tagged = tasks(task("b", ", \"tags\": [{\"key\": \"team\", \"value\": \"x\"}]"));
        assertThat(read(empty).tasks().get(0).tags()).isEmpty();
        assertThat(read(empty, tagged).tasks().get(0).tags()).contains(Map.of());
        assertThat(read(tasks(task("a", "")), tagged).tasks().get(0).tags()).isEmpty();
        assertThat(AccountReader.create()
                        .trustingEmptyTags()
                        .read(documents(empty))
                        .tasks()
                        .get(0)
                        .tags())
                .contains(Map.of());
        assertThat(read(empty).warnings())
                .extracting(each -> each.rule().text())
                .containsExactly("R-EXEC-118");
    }

    @Test
    void service_and_resource_control_policies_are_told_apart() {
        String service = "{\"levels\": [{\"target\": \"root\", \"policies\": [{\"Name\": \"s\", \"Document\": " + ALLOW
                + "}]}]}";
        String resource = service.replace("\"Effect\"", "\"Principal\": \"*\", \"Effect\"")
                .replace("Allow", "Deny");
        String typed = resource.replace("{\"levels\"", "{\"type\": \"RESOURCE_CONTROL_POLICY\", \"levels\"");
        AccountSnapshot both = read(service, resource, typed);
        assertThat(both.serviceControl().orElseThrow()).hasSize(1);
        assertThat(both.resourceControl().orElseThrow()).hasSize(1);
        assertThat(both.supplied())
                .containsExactly(DocumentKind.SERVICE_CONTROL_POLICIES, DocumentKind.RESOURCE_CONTROL_POLICIES);
        assertThat(read(EMPTY_IAM).serviceControl()).isEmpty();
        assertThat(refusal(service.replace("{\"levels\"", "{\"type\": \"RESOURCE_CONTROL_POLICY\", \"levels\""))
                        .diagnostics())
                .extracting(each -> each.rule().text())
                .contains("R-TYPE-07");
    }

    @Test
    void things_are_found_by_what_others_call_them() {
        AccountSnapshot account = Samples.account();
        EcsTask task = account.tasks().stream()
                .filter(each -> each.cluster().name().equals("prod"))
                .findFirst()
                .orElseThrow();
        assertThat(account.task(task.arn().toString())).containsSame(task);
        assertThat(account.cluster(task.cluster()).map(EcsCluster::arn)).contains(task.cluster());
        assertThat(account.taskDefinition(task).map(TaskDefinition::family)).contains("web");
        assertThat(account.service(task).map(EcsService::name)).contains("web");
        assertThat(account.taskRole(task))
                .isEqualTo(new TaskRole.Named("arn:aws:iam::111122223333:role/prodWebTaskRole"));
        assertThat(account.identity("arn:aws:sts::111122223333:assumed-role/Deployer/pipeline-70")
                        .map(IamIdentity::name))
                .contains("Deployer");
        assertThat(account.identity("arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForECS/x"))
                .isPresent();
        assertThat(account.identity("arn:aws:iam::111122223333:role/Nobody")).isEmpty();
        assertThat(account.subnet("subnet-0prd1")).isPresent();
        assertThat(account.endpoints("vpc-0aa11bb22cc33dd44")).hasSize(2);
        assertThat(account.logGroup(account.clusters().get(0).arn(), "/app/web"))
                .isPresent();
        assertThat(account.cluster(ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/none")))
                .isEmpty();
        assertThat(account.tasks().stream()
                        .filter(each -> account.containerInstance(each).isPresent()))
                .hasSize(2);
    }

    private static String keyIn(String region, String id, String more) {
        return "{\"KeyMetadata\": {\"Arn\": \"arn:aws:kms:" + region + ":111122223333:key/" + id + "\", \"KeyId\": \""
                + id + "\"}" + more + "}";
    }

    private static String clusterWithKey(String region, String key) {
        return "{\"clusters\": [{\"clusterArn\": \"arn:aws:ecs:" + region + ":111122223333:cluster/prod\","
                + " \"configuration\": {\"executeCommandConfiguration\": {\"kmsKeyId\": \"" + key + "\"}}}]}";
    }

    private static ClusterKey keyOf(String region, String name, String... keys) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.add(clusterWithKey(region, name));
        return ClusterKey.of(
                read(all.toArray(String[]::new)),
                ClusterArn.of("arn:aws:ecs:" + region + ":111122223333:cluster/prod"));
    }

    @Test
    void times_of_tasks_and_instances_are_read_as_text_and_as_seconds() {
        AccountSnapshot account = read(
                tasks(task("a", ", \"createdAt\": \"2026-08-18T07:00:00.5+02:00\""), task("b", ", \"createdAt\": 1.5")),
                "{\"containerInstances\": [{\"containerInstanceArn\": \"arn:aws:ecs:us-east-1:111122223333:container-instance/"
                        + "prod/i\", \"registeredAt\": \"2026-05-02T08:11:09.120000+00:00\"}]}");
        assertThat(account.tasks())
                .extracting(EcsTask::createdAt)
                .containsExactly(
                        Optional.of(Instant.parse("2026-08-18T05:00:00.5Z")), Optional.of(Instant.ofEpochMilli(1500)));
        assertThat(account.containerInstances())
                .extracting(ContainerInstance::registeredAt)
                .containsExactly(Optional.of(Instant.parse("2026-05-02T08:11:09.12Z")));
    }

    @Test
    void the_root_is_an_identity_of_its_account_only_and_not_in_the_list() {
        AccountSnapshot account = read(users(user("alice", "")));
        assertThat(account.identity("arn:aws:iam::111122223333:root")).get().satisfies(root -> {
            assertThat(root).isInstanceOf(AccountRoot.class);
            assertThat(root.policies()).isEmpty();
            assertThat(account.caller(root).principal()).isInstanceOf(Principal.Root.class);
        });
        assertThat(account.identity("arn:aws:iam::999999999999:root")).isEmpty();
        assertThat(account.identities()).hasSize(1);
    }

    @Test
    void a_cluster_names_its_key_by_id_arn_alias_or_alias_arn() {
        String arn = "arn:aws:kms:us-east-1:111122223333:key/k1";
        String[] documents = {
            "{\"keys\": [" + keyIn("us-east-1", "k1", "") + "]}",
            keyIn("us-east-1", "k1", ""),
            "{\"Aliases\": [{\"AliasName\": \"alias/exec\", \"TargetKeyId\": \"k1\"}, {\"AliasName\": \"alias/other\"}]}"
        };
        for (String name : List.of("k1", arn, "alias/exec", "arn:aws:kms:us-east-1:111122223333:alias/exec")) {
            assertThat(keyOf("us-east-1", name, documents)).as(name).isEqualTo(new ClusterKey.Known(Arn.of(arn)));
        }
        for (String name : List.of("alias/other", "arn:aws:s3:::key/k1", "arn:aws:kms:::key/k1", "arn:k1")) {
            assertThat(keyOf("us-east-1", name, documents)).as(name).isEqualTo(new ClusterKey.NotKnown(name));
        }
    }

    @Test
    void ids_and_aliases_mean_keys_of_the_clusters_own_region() {
        String east = keyIn("us-east-1", "mrk-1", ", \"Aliases\": [\"alias/exec\"]");
        String west = keyIn("us-west-2", "mrk-1", ", \"Aliases\": [\"alias/exec\"]");
        ClusterKey own = new ClusterKey.Known(Arn.of("arn:aws:kms:us-west-2:111122223333:key/mrk-1"));
        assertThat(keyOf("us-west-2", "mrk-1", "{\"keys\": [" + east + "]}")).isEqualTo(own);
        assertThat(keyOf("us-west-2", "alias/exec", "{\"keys\": [" + east + "]}"))
                .isEqualTo(new ClusterKey.NotKnown("alias/exec"));
        assertThat(keyOf("us-west-2", "alias/exec", "{\"keys\": [" + east + ", " + west + "]}"))
                .isEqualTo(own);
    }

    @Test
    void replicas_of_a_key_have_aliases_of_their_own() {
        String keys = "{\"keys\": [" + keyIn("us-east-1", "mrk-1", "") + ", " + keyIn("us-west-2", "mrk-1", "") + "]}";
        String alias = "{\"Aliases\": [{\"AliasName\": \"alias/exec\", \"TargetKeyId\": \"mrk-1\"%s}]}";
        String inEast =
                String.format(Locale.ROOT, alias, ", \"AliasArn\": \"arn:aws:kms:us-east-1:111122223333:alias/exec\"");
        assertThat(keyOf("us-east-1", "alias/exec", keys, inEast))
                .isEqualTo(new ClusterKey.Known(Arn.of("arn:aws:kms:us-east-1:111122223333:key/mrk-1")));
        for (String aliases : List.of(inEast, String.format(Locale.ROOT, alias, ""))) {
            assertThat(keyOf("us-west-2", "alias/exec", keys, aliases))
                    .isEqualTo(new ClusterKey.NotKnown("alias/exec"));
        }
    }

    @Test
    void nobody_knows_the_key_of_a_cluster_that_is_in_no_document() {
        ClusterArn cluster = ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/prod");
        assertThat(ClusterKey.of(read(EMPTY_IAM), cluster))
                .isEqualTo(new ClusterKey.NotKnown("any key of arn:aws:ecs:us-east-1:111122223333:cluster/prod"));
        assertThat(ClusterKey.of(read("{\"clusters\": [{\"clusterArn\": \"" + cluster + "\"}]}"), cluster))
                .isEqualTo(new ClusterKey.None());
    }

    @Test
    void an_alias_of_two_keys_is_a_contradiction() {
        PolicySyntaxException refusal =
                refusal("{\"keys\": [" + keyIn("us-east-1", "k1", ", \"Aliases\": [\"alias/exec\"]") + ", "
                        + keyIn("us-east-1", "k2", ", \"Aliases\": [\"alias/exec\"]") + "]}");
        assertThat(refusal).hasMessageContaining("is told of two keys");
    }

    @Test
    void log_groups_of_two_regions_may_have_one_name() {
        String group = "{\"logGroupName\": \"/x\", \"arn\": \"arn:aws:logs:%s:111122223333:log-group:/x:*\"%s}";
        AccountSnapshot account = read("{\"logGroups\": ["
                + String.format(
                        Locale.ROOT, group, "us-east-1", ", \"kmsKeyId\": \"arn:aws:kms:us-east-1:111122223333:key/k\"")
                + ", " + String.format(Locale.ROOT, group, "us-west-2", "") + "]}");
        assertThat(account.logGroup(ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/prod"), "/x"))
                .hasValueSatisfying(it -> assertThat(it.kmsKeyId()).isPresent());
        assertThat(account.logGroup(ClusterArn.of("arn:aws:ecs:us-west-2:111122223333:cluster/prod"), "/x"))
                .hasValueSatisfying(it -> assertThat(it.kmsKeyId()).isEmpty());
        assertThat(account.logGroup(ClusterArn.of("arn:aws:ecs:eu-west-1:111122223333:cluster/prod"), "/x"))
                .isEmpty();
    }

    @Test
    void the_role_of_a_task_is_the_overrides_the_definitions_none_or_not_known() {
        String definition = "{\"taskDefinition\": {\"taskDefinitionArn\":"
                + " \"arn:aws:ecs:us-east-1:111122223333:task-definition/web:1\", \"family\": \"web\", \"revision\": 1,"
                + " \"containerDefinitions\": []}}";
        EcsTask plain = read(tasks(task("a", ""))).tasks().get(0);
        assertThat(read(tasks(task("a", ""))).taskRole(plain))
                .isEqualTo(new TaskRole.NotKnown("arn:aws:ecs:us-east-1:111122223333:task-definition/web:1"));
        assertThat(read(tasks(task("a", "")), definition).taskRole(plain)).isEqualTo(new TaskRole.None());
        AccountSnapshot overridden = read(
                tasks(task("a", ", \"overrides\": {\"taskRoleArn\": \"arn:aws:iam::111122223333:role/r\"}")),
                definition);
        assertThat(overridden.taskRole(overridden.tasks().get(0)))
                .isEqualTo(new TaskRole.Named("arn:aws:iam::111122223333:role/r"));
    }

    @Test
    void a_group_that_is_in_no_document_is_missing_not_empty() {
        AccountSnapshot account = read(users(user("ann", "").replace("\"GroupList\": []", "\"GroupList\": [\"dev\"]")));
        assertThat(account.identities().get(0).missingPolicies())
                .extracting(each -> each.arn().toString())
                .containsExactly("arn:aws:iam::111122223333:group/dev");
        assertThat(account.warnings()).extracting(Diagnostic::message).anyMatch(text -> text.contains("group/dev"));
    }
}
