// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.account.CloudTrailIdentity;
import io.execward.account.CloudTrailRecord;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.TaskArn;
import io.execward.json.JsonArray;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonNull;
import io.execward.json.JsonNumber;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.match.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One record, read as a call that matters to shells (R-EXEC-107 to R-EXEC-110). */
record Call(CloudTrailRecord event) {
    static final String TAG_RESOURCE = "ecs:TagResource";

    private static final String SUFFIX = ".amazonaws.com";
    private static final String TASK_TARGET = "ecs:";
    private static final Set<String> LAUNCHES = Set.of(
            "ecs:RunTask",
            "ecs:StartTask",
            "ecs:CreateService",
            "ecs:UpdateService",
            "ecs:CreateDaemon",
            "ecs:UpdateDaemon");

    /** Both spellings occur (R-EXEC-29), and other services have their own. */
    private static final Set<String> REFUSALS =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "Client.UnauthorizedOperation");

    Moment moment() {
        return new Moment(event.time(), event.eventId());
    }

    /** Such as {@code ecs:ExecuteCommand}. */
    String action() {
        String source = event.source();
        return (source.endsWith(SUFFIX) ? source.substring(0, source.length() - SUFFIX.length()) : source) + ":"
                + event.name();
    }

    /** Who called. A session counts as its role, so that a new session name does not make a new principal (R-EXEC-141). */
    String principal() {
        CloudTrailIdentity who = event.identity();
        return who.principalArn()
                .or(who::onBehalfOf)
                .or(who::invokedBy)
                .or(who::principalId)
                .or(who::accountId)
                .orElse("somebody unknown");
    }

    boolean succeeded() {
        return event.errorCode().isEmpty();
    }

    boolean isRefused() {
        return event.errorCode().map(REFUSALS::contains).orElse(false);
    }

    /** True if what was refused is the action of the call, not one that it needs besides, such as using a key (R-EXEC-26). */
    boolean isRefusedItself() {
        if (!isRefused()) {
            return false;
        }
        String told = event.errorMessage().orElse("");
        String before = "not authorized to perform: ";
        int start = told.indexOf(before);
        return start < 0
                || told.startsWith(action() + " ", start + before.length())
                || told.substring(start + before.length()).equals(action());
    }

    boolean isExec() {
        return action().equals("ecs:ExecuteCommand");
    }

    /** A session straight into a container. A refused call may tell its target in the message only. */
    boolean isTaskSession() {
        return action().equals("ssm:StartSession")
                && request("target")
                        .map(target -> target.startsWith(TASK_TARGET))
                        .orElseGet(() -> refusedTask().isPresent());
    }

    /** What the message of a refusal says the call was about, for records whose parameters CloudTrail left out. */
    private Optional<String> refusedResource() {
        String told = isRefused() && event.requestParameters().isEmpty()
                ? event.errorMessage().orElse("")
                : "";
        String before = " on resource: ";
        int start = told.indexOf(before);
        if (start < 0) {
            return Optional.empty();
        }
        int end = told.indexOf(' ', start + before.length());
        return Optional.of(told.substring(start + before.length(), end < 0 ? told.length() : end));
    }

    private Optional<TaskArn> refusedTask() {
        return refusedResource().flatMap(arn -> tried(TaskArn::of, arn));
    }

    private Optional<ClusterArn> refusedCluster() {
        return refusedResource()
                .flatMap(arn -> tried(ClusterArn::of, arn))
                .or(() -> refusedTask().flatMap(TaskArn::clusterArn));
    }

    boolean isShell() {
        return isExec() || isTaskSession();
    }

    boolean isLaunch() {
        return LAUNCHES.contains(action());
    }

    boolean isTagChange() {
        return action().equals(TAG_RESOURCE) || action().equals("ecs:UntagResource");
    }

    boolean createsCluster() {
        return action().equals("ecs:CreateCluster");
    }

    boolean changesCluster() {
        return createsCluster() || action().equals("ecs:UpdateCluster");
    }

    /** SDKs write the flag as JSON true; text is accepted too, for what asks for exec must not be missed. */
    boolean asksForExec() {
        return event.requestFlag("enableExecuteCommand").orElse(false);
    }

    Optional<String> taggedResource() {
        return request("resourceArn");
    }

    /**
     * The cluster of the call: what the answer names, else what the request names, else the default one (R-EXEC-108). A record
     * without any parameters tells it at most in the message of the refusal.
     */
    Optional<ClusterArn> cluster() {
        if (isTaskSession()) {
            return target().flatMap(target -> clusterNamed(target.cluster())).or(this::refusedCluster);
        }
        return event.response("clusterArn")
                .or(() -> event.response("cluster", "clusterArn"))
                .or(() -> event.response("service", "clusterArn"))
                .flatMap(arn -> tried(ClusterArn::of, arn))
                .or(() -> event.requestParameters().isEmpty()
                        ? refusedCluster()
                        : clusterNamed(request(createsCluster() ? "clusterName" : "cluster")
                                .orElse("default")));
    }

    private Optional<ClusterArn> clusterNamed(String text) {
        if (text.startsWith("arn:")) {
            return tried(ClusterArn::of, text);
        }
        return place().flatMap(place -> tried(name -> new ClusterArn(place[0], place[1], place[2], name), text));
    }

    /** Partition, Region and account of what the call is about. */
    private Optional<String[]> place() {
        return event.recipientAccountId().or(event.identity()::accountId).map(account ->
                new String[] {partition(event.region()), event.region(), account});
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The task of a shell. */
    Optional<TaskArn> task() {
        if (isTaskSession()) {
            return target().flatMap(target -> taskNamed(target.task(), cluster()))
                    .or(this::refusedTask);
        }
        return event.response("taskArn")
                .flatMap(arn -> tried(TaskArn::of, arn))
                .or(() -> request("task").flatMap(text -> taskNamed(text, cluster())))
                .or(this::refusedTask);
    }

    private Optional<TaskArn> taskNamed(String text, Optional<ClusterArn> cluster) {
        if (text.startsWith("arn:")) {
            return tried(TaskArn::of, text);
        }
        // Ids of 36 characters belong to tasks with short ARNs (R-EXEC-05).
        boolean isShort = text.length() == 36 && text.indexOf('-') > 0;
        return cluster.flatMap(it -> tried(
                id -> isShort
                        ? new TaskArn(it.partition(), it.region(), it.account(), Optional.empty(), id)
                        : it.task(id),
                text));
    }

    /** The container of a shell by ECS Exec, as far as the record tells. */
    Optional<String> container() {
        return event.response("containerName").or(() -> request("container"));
    }

    /** The container of a session, by its runtime id. */
    Optional<String> runtimeId() {
        return target().map(Target::runtimeId);
    }

    Optional<String> document() {
        return request("documentName");
    }

    private record Target(String cluster, String task, String runtimeId) {}

    /** From the right, because a cluster's name may have underscores (R-EXEC-109). */
    private Optional<Target> target() {
        String text = request("target").orElse("");
        int last = text.lastIndexOf('_');
        int before = text.lastIndexOf('_', last - 1);
        if (!text.startsWith(TASK_TARGET) || before < TASK_TARGET.length()) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                text.substring(TASK_TARGET.length(), before),
                text.substring(before + 1, last),
                text.substring(last + 1)));
    }

    /** Where the call came from; empty if the record names an AWS service instead, or nothing. */
    Optional<String> address() {
        return event.sourceIp().filter(text -> IpAddress.parse(text).isPresent());
    }

    /** What a change of a cluster says about exec logging; empty if it leaves that as it is. */
    Optional<LoggingChanges.Logging> logging() {
        String configuration = "configuration";
        String exec = "executeCommandConfiguration";
        String log = "logConfiguration";
        if (event.requestValue(configuration, exec).isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> parts = new TreeSet<>();
        event.request(configuration, exec, "kmsKeyId").ifPresent(key -> parts.add("its KMS key"));
        event.request(configuration, exec, log, "cloudWatchLogGroupName")
                .ifPresent(group -> parts.add("the log group " + group));
        event.request(configuration, exec, log, "s3BucketName").ifPresent(bucket -> parts.add("the bucket " + bucket));
        for (String flag : List.of("cloudWatchEncryptionEnabled", "s3EncryptionEnabled")) {
            if (event.requestFlag(configuration, exec, log, flag).orElse(false)) {
                parts.add(flag);
            }
        }
        return Optional.of(new LoggingChanges.Logging(
                event.request(configuration, exec, "logging").orElse("DEFAULT"), parts));
    }

    /** Every text inside the overrides of a launch, member names too. */
    void overrides(Consumer<String> each) {
        event.requestValue("overrides").ifPresent(value -> value.match(new Texts(each)));
    }

    /**
     * The call as a shell that somebody got.
     *
     * @param word gives one copy of equal texts
     */
    Shell shell(UnaryOperator<String> word) {
        CloudTrailIdentity who = event.identity();
        Optional<Boolean> mfa = who.mfaAuthenticated();
        boolean longTermKeys = mfa.isEmpty()
                && who.type()
                        .filter(type -> type.equals("IAMUser") || type.equals("Root"))
                        .isPresent();
        return new Shell(
                isExec() ? Shell.Kind.EXEC : Shell.Kind.SESSION,
                event.eventId(),
                event.time(),
                word.apply(principal()),
                who.arn().map(word),
                cluster(),
                task(),
                (isExec() ? container() : runtimeId()).map(word),
                document().map(word),
                mfa,
                mfa.filter(Boolean::booleanValue).flatMap(with -> sessionAge()),
                longTermKeys,
                address().map(word),
                event.vpcEndpointId().map(word),
                event.userAgent().map(word),
                who.principalId().map(word));
    }

    /** A session cannot be younger than nothing: a clock that says so says nothing. */
    private Optional<Duration> sessionAge() {
        return event.identity()
                .sessionCreated()
                .map(created -> Duration.between(created, event.time()))
                .filter(age -> !age.isNegative());
    }

    private Optional<String> request(String name) {
        return event.request(name);
    }

    /** What a record names may be no ARN at all: then it is as if it named nothing. */
    private static <T> Optional<T> tried(Function<String, T> parser, String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells every text at every depth. */
    private record Texts(Consumer<String> each) implements JsonValue.Cases<Boolean> {
        @Override
        public Boolean object(JsonObject object) {
            object.members().forEach(member -> {
                each.accept(member.name());
                member.value().match(this);
            });
            return true;
        }

        @Override
        public Boolean array(JsonArray array) {
            array.items().forEach(item -> item.match(this));
            return true;
        }

        @Override
        public Boolean string(JsonString string) {
            each.accept(string.value());
            return true;
        }

        @Override
        public Boolean number(JsonNumber number) {
            return true;
        }

        @Override
        public Boolean bool(JsonBoolean bool) {
            return true;
        }

        @Override
        public Boolean nothing(JsonNull nothing) {
            return true;
        }
    }
}
