// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonValue;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users, groups, roles and managed policies, as {@code get-account-authorization-details} prints them (R-EXEC-105). Policies and groups
 * are put together when all pages were read.
 */
final class IamDocuments {
    private static final String RULE = "R-EXEC-105";
    private static final Set<String> BOUNDARY_TYPES = Set.of("Policy", "PermissionsBoundaryPolicy");

    /** What a user, a group or a role has of its own. */
    private record Holder(
            Arn arn,
            Optional<String> id,
            String name,
            String path,
            Optional<Map<String, String>> tags,
            List<String> groups,
            Optional<AttachedPolicy> trust,
            List<AttachedPolicy> inline,
            List<Arn> attached,
            Optional<Arn> boundary) {}

    /** What is attached to an identity, resolved. */
    private static final class Resolved {
        private final Set<AttachedPolicy> policies = new LinkedHashSet<>();
        private final Set<MissingPolicy> missing = new LinkedHashSet<>();
        private Optional<AttachedPolicy> boundary = Optional.empty();
    }

    private final Findings findings;
    private final PolicyTexts texts;
    private final Things<Holder> users;
    private final Things<Holder> groups;
    private final Things<Holder> roles;
    private final Things<AttachedPolicy> managed;

    IamDocuments(Findings findings, PolicyTexts texts) {
        this.findings = findings;
        this.texts = texts;
        users = new Things<>("the user", findings);
        groups = new Things<>("the group", findings);
        roles = new Things<>("the role", findings);
        managed = new Things<>("the policy", findings);
    }

    void user(JsonValue item) {
        Fields.of(item, "the user", findings).ifPresent(user -> {
            List<String> names = user.requiredTexts("GroupList");
            names.stream()
                    .filter(each -> each.isEmpty() || each.indexOf('/') >= 0)
                    .forEach(each -> user.error(
                            "R-EXEC-115",
                            "GroupList",
                            "`" + each + "` is not the name of a group",
                            "make the document again"));
            holder(user, "User", Optional.of(names), Optional.empty()).ifPresent(each -> add(users, each, user));
        });
    }

    void group(JsonValue item) {
        Fields.of(item, "the group", findings)
                .ifPresent(group -> holder(group, "Group", Optional.empty(), Optional.empty())
                        .ifPresent(each -> groups.add(groupKey(each.arn(), each.name()), each, group.opening())));
    }

    void role(JsonValue item) {
        Fields.of(item, "the role", findings).ifPresent(role -> {
            Optional<JsonValue> document = role.value("AssumeRolePolicyDocument");
            Optional<AttachedPolicy> trust = document.flatMap(value -> role.text("Arn")
                    .flatMap(arn -> texts.read(resource(arn) + "/trust policy", PolicyKind.ROLE_TRUST, value)));
            holder(role, "Role", Optional.empty(), trust).ifPresent(each -> add(roles, each, role));
        });
    }

    private static void add(Things<Holder> things, Holder holder, Fields fields) {
        things.add(holder.arn().toString(), holder, fields.opening());
    }

    private static String groupKey(Arn arn, String name) {
        return arn.account() + "/" + name;
    }

    private static String resource(String arn) {
        return Arn.tryOf(arn).map(Arn::resource).orElse(arn);
    }

    private Optional<Holder> holder(
            Fields fields, String type, Optional<List<String>> groupNames, Optional<AttachedPolicy> trust) {
        long before = findings.errorCount();
        Optional<Arn> arn = fields.requiredText("Arn", text -> entity(text, type));
        Optional<String> name = fields.requiredText(type + "Name");
        if (arn.isPresent() && name.isPresent() && !arn.get().resource().endsWith("/" + name.get())) {
            fields.error(
                    "R-EXEC-114",
                    type + "Name",
                    "the name `" + name.get() + "` is not that of `" + arn.get() + "`",
                    "make the document again: AWS never prints that");
        }
        String owner = arn.map(Arn::resource).orElse("");
        Optional<String> path = fields.text("Path");
        Optional<String> id = fields.textIfAny(type + "Id");
        Optional<Map<String, String>> tags = fields.pairs("Tags", "Key", "Value");
        List<AttachedPolicy> inline = inline(fields, type + "PolicyList", owner);
        List<Arn> attached = attached(fields);
        Optional<Arn> boundary = boundary(fields);
        if (findings.errorCount() > before || arn.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Holder(
                arn.get(),
                id,
                name.get(),
                path.orElse("/"),
                tags,
                groupNames.orElse(List.of()),
                trust,
                inline,
                attached,
                boundary));
    }

    /** @throws IllegalArgumentException if the text is not the ARN of such an entity */
    private static Arn entity(String text, String type) {
        Arn arn = Arn.of(text);
        String prefix = type.equals("User") ? "user/" : type.equals("Role") ? "role/" : "group/";
        boolean fits = arn.service().equals("iam")
                && arn.region().isEmpty()
                && Arn.isAccountId(arn.account())
                && arn.resource().startsWith(prefix)
                && !arn.resource().endsWith("/");
        if (!fits) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not the ARN of a " + prefix.substring(0, prefix.length() - 1));
        }
        if (!type.equals("Group")) {
            Principal.of(text);
        }
        return arn;
    }

    /** @throws IllegalArgumentException if the text is not the ARN of a managed policy */
    private static Arn managedPolicy(String text) {
        Arn arn = Arn.of(text);
        boolean fits = arn.service().equals("iam")
                && arn.resource().startsWith("policy/")
                && !arn.resource().endsWith("/");
        if (!fits) {
            throw new IllegalArgumentException("`" + text + "` is not the ARN of a policy");
        }
        return arn;
    }

    private List<AttachedPolicy> inline(Fields fields, String list, String owner) {
        Map<String, AttachedPolicy> all = new LinkedHashMap<>();
        for (Fields policy : fields.objects(list, "an inline policy")) {
            Optional<String> name = policy.requiredText("PolicyName");
            Optional<JsonValue> document = policy.requiredValue("PolicyDocument");
            if (name.isPresent() && document.isPresent()) {
                Optional<AttachedPolicy> read =
                        texts.read(owner + "/" + name.get(), PolicyKind.IDENTITY, document.get());
                if (read.isPresent()) {
                    @Nullable AttachedPolicy earlier = all.putIfAbsent(name.get(), read.get());
                    if (earlier != null && !earlier.equals(read.get())) {
                        policy.error(
                                "R-EXEC-114",
                                "PolicyName",
                                "the inline policy `" + name.get() + "` stands twice, differently",
                                "make the document again: AWS never prints that");
                    }
                }
            }
        }
        return List.copyOf(all.values());
    }

    private static List<Arn> attached(Fields fields) {
        Set<Arn> all = new LinkedHashSet<>();
        for (Fields policy : fields.requiredObjects("AttachedManagedPolicies", "an attached policy")) {
            policy.requiredText("PolicyArn", IamDocuments::managedPolicy).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private Optional<Arn> boundary(Fields fields) {
        return fields.object("PermissionsBoundary").flatMap(boundary -> {
            Optional<String> type = boundary.requiredText("PermissionsBoundaryType");
            if (type.isPresent() && !BOUNDARY_TYPES.contains(type.get())) {
                boundary.error(
                        RULE,
                        "PermissionsBoundaryType",
                        "`" + type.get() + "` is not a type of permissions boundary",
                        "it is `Policy` or `PermissionsBoundaryPolicy`");
            }
            return boundary.requiredText("PermissionsBoundaryArn", IamDocuments::managedPolicy);
        });
    }

    void policy(JsonValue item) {
        Fields.of(item, "the policy", findings).ifPresent(policy -> {
            long before = findings.errorCount();
            Optional<Arn> arn = policy.requiredText("Arn", IamDocuments::managedPolicy);
            Optional<Fields> version = defaultVersion(policy);
            Optional<JsonValue> document = version.flatMap(each -> each.requiredValue("Document"));
            if (findings.errorCount() == before && arn.isPresent() && document.isPresent()) {
                String name = arn.get().toString();
                texts.read(name, PolicyKind.IDENTITY, document.get())
                        .ifPresent(read -> managed.add(name, read, policy.opening()));
            }
        });
    }

    /** The one version that counts; two members tell which it is, and they have to agree. */
    private static Optional<Fields> defaultVersion(Fields policy) {
        Optional<String> id = policy.requiredText("DefaultVersionId");
        List<Fields> defaults = new ArrayList<>();
        boolean usable = id.isPresent();
        for (Fields version : policy.requiredObjects("PolicyVersionList", "a policy version")) {
            Optional<String> versionId = version.requiredText("VersionId");
            Optional<Boolean> isDefault = version.requiredFlag("IsDefaultVersion");
            usable &= versionId.isPresent() && isDefault.isPresent();
            if (isDefault.orElse(false)) {
                defaults.add(version);
                if (versionId.isPresent() && id.isPresent() && !versionId.equals(id)) {
                    version.error(
                            "R-EXEC-114",
                            "VersionId",
                            "`" + versionId.get() + "` is marked as the default version, `DefaultVersionId` is `"
                                    + id.get() + "`",
                            "make the document again: AWS never prints that");
                    usable = false;
                }
            }
        }
        if (usable && defaults.size() != 1) {
            policy.error(
                    "R-EXEC-114",
                    "PolicyVersionList",
                    "the policy has " + (defaults.isEmpty() ? "no default version" : "more than one default version"),
                    "make the document again: AWS never prints that");
            usable = false;
        }
        return usable ? Optional.of(defaults.get(0)) : Optional.empty();
    }

    /** Users, then roles, each with what is attached to it; says what is attached and was not supplied. */
    List<IamIdentity> identities() {
        oneAccount();
        Map<MissingPolicy, SourceSpan> missing = new LinkedHashMap<>();
        List<IamIdentity> all = new ArrayList<>();
        for (Holder user : users.inOrder()) {
            Resolved resolved = resolve(user);
            SourceSpan place = users.place(user.arn().toString());
            resolved.missing.forEach(each -> missing.putIfAbsent(each, place));
            all.add(new IamUser(
                    user.arn(),
                    user.id(),
                    user.name(),
                    user.tags(),
                    user.groups(),
                    List.copyOf(resolved.policies),
                    resolved.boundary,
                    List.copyOf(resolved.missing)));
        }
        for (Holder role : roles.inOrder()) {
            Resolved resolved = resolve(role);
            SourceSpan place = roles.place(role.arn().toString());
            resolved.missing.forEach(each -> missing.putIfAbsent(each, place));
            all.add(new IamRole(
                    role.arn(),
                    role.id(),
                    role.name(),
                    role.path(),
                    role.tags(),
                    role.trust(),
                    List.copyOf(resolved.policies),
                    resolved.boundary,
                    List.copyOf(resolved.missing)));
        }
        missing.forEach(this::warn);
        return all;
    }

    private void warn(MissingPolicy missing, SourceSpan place) {
        boolean group = missing.arn().resource().startsWith("group/");
        String message = group
                ? "the group `" + missing.arn() + "` is in no document, so its policies are not known"
                : "the policy `" + missing.arn() + "` is " + (missing.asBoundary() ? "a boundary" : "attached")
                        + ", but its text is in no document";
        findings.warning(
                "R-EXEC-116",
                place,
                message,
                "what depends on it is UNDECIDED; make the document again with all of its parts");
    }

    private void oneAccount() {
        @Nullable Holder first = null;
        for (Things<Holder> things : List.of(users, roles)) {
            for (Holder holder : things.inOrder()) {
                if (first == null) {
                    first = holder;
                } else if (!first.arn().account().equals(holder.arn().account())) {
                    findings.add(Diagnostic.error(
                                    "R-EXEC-114",
                                    things.place(holder.arn().toString()),
                                    "`" + holder.arn() + "` is not of the account `"
                                            + first.arn().account() + "`",
                                    "keep the documents of each account in a folder of its own")
                            .withRelated(
                                    users.get(first.arn().toString()) == null
                                            ? roles.place(first.arn().toString())
                                            : users.place(first.arn().toString()),
                                    "of that account"));
                    return;
                }
            }
        }
    }

    private Resolved resolve(Holder holder) {
        Resolved resolved = new Resolved();
        own(holder, resolved);
        for (String name : holder.groups()) {
            @Nullable Holder group = groups.get(groupKey(holder.arn(), name));
            if (group == null) {
                Arn arn = new Arn(
                        holder.arn().partition(), "iam", "", holder.arn().account(), "group/" + name);
                resolved.missing.add(new MissingPolicy(arn, false));
            } else {
                own(group, resolved);
            }
        }
        holder.boundary().ifPresent(arn -> {
            resolved.boundary = Optional.ofNullable(managed.get(arn.toString()));
            if (resolved.boundary.isEmpty()) {
                resolved.missing.add(new MissingPolicy(arn, true));
            }
        });
        return resolved;
    }

    private void own(Holder holder, Resolved resolved) {
        resolved.policies.addAll(holder.inline());
        for (Arn arn : holder.attached()) {
            @Nullable AttachedPolicy policy = managed.get(arn.toString());
            if (policy == null) {
                resolved.missing.add(new MissingPolicy(arn, false));
            } else {
                resolved.policies.add(policy);
            }
        }
    }
}
