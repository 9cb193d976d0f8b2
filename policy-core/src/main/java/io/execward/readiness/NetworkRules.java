// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.VpcEndpoint;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecConfiguration.Logging;
import java.util.List;
import java.util.Optional;

/** Rules about the way from the task to AWS (R-EXEC-84 to R-EXEC-86). */
final class NetworkRules {
    private NetworkRules() {}

    static Judgement messages(Subject subject) {
        Judgement judgement = endpoint(subject, "ssmmessages", "the channels of a session");
        return subject.options().internet() == InternetRoute.NO ? judgement.as(Severity.BLOCKER) : judgement;
    }

    static Judgement key(Subject subject) {
        return subject.ifConfigured(configuration ->
                configuration.kmsKeyId().isPresent() ? endpoint(subject, "kms", "the session key") : Judgement.clear());
    }

    static Judgement logs(Subject subject) {
        return destination(subject, "logs", configuration -> configuration.cloudWatchLogGroupName());
    }

    static Judgement bucket(Subject subject) {
        return destination(subject, "s3", configuration -> configuration.s3BucketName());
    }

    private interface Destination {
        Optional<String> of(ExecConfiguration configuration);
    }

    private static Judgement destination(Subject subject, String service, Destination destination) {
        return subject.ifConfigured(configuration -> configuration.logging() == Logging.OVERRIDE
                        && destination.of(configuration).isPresent()
                ? endpoint(subject, service, "the session log")
                : Judgement.clear());
    }

    private static Judgement endpoint(Subject subject, String service, String what) {
        InternetRoute internet = subject.options().internet();
        if (internet == InternetRoute.YES) {
            return Judgement.clear();
        }
        return subject.subnet().judge(subnet -> {
            if (!subnet.ownerId().equals(Optional.of(subject.accountId()))) {
                return new Judgement.Unknown(
                        NotChecked.Reason.NOT_SUPPLIED,
                        "the subnet `" + subnet.id() + "` is shared by "
                                + subnet.ownerId().map(id -> "account " + id).orElse("an account that is not told")
                                + ", whose endpoints are not in these documents");
            }
            return subject.endpoints(subnet.vpcId())
                    .judge(all -> missing(internet, subject.region(), service, what, subnet.vpcId(), all));
        });
    }

    /** A VPC without any endpoint is taken to have another way out, unless told that it has none. */
    private static Judgement missing(
            InternetRoute internet, String region, String service, String what, String vpcId, List<VpcEndpoint> all) {
        boolean other = all.isEmpty() && internet != InternetRoute.NO;
        boolean there = all.stream()
                .anyMatch(endpoint -> endpoint.serviceName().endsWith("." + region + "." + service)
                        && endpoint.state().equalsIgnoreCase("available"));
        return Judgement.when(
                !other && !there,
                "the VPC has no available endpoint for " + what
                        + (internet == InternetRoute.NO
                                ? ", and no route to the internet"
                                : ": it is reached over the internet or not at all"),
                "create the endpoint com.amazonaws." + region + "." + service
                        + (internet == InternetRoute.NO ? "" : ", or make sure that there is a route to the internet"),
                "VPC: " + vpcId,
                "endpoints: "
                        + (all.isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        all.stream()
                                                .map(endpoint -> endpoint.serviceName() + " (" + endpoint.state() + ")")
                                                .toList())));
    }

    static Judgement ipv6Only(Subject subject) {
        return subject.subnet()
                .judge(subnet -> Judgement.when(
                        subnet.ipv6Native(),
                        "the subnet has IPv6 only, in which exec does not work",
                        "run the task in a subnet with IPv4",
                        "subnet: " + subnet.id()));
    }
}
