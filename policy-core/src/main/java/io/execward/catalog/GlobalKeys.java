// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static io.execward.catalog.GlobalKeys.Presence.ALWAYS;
import static io.execward.catalog.GlobalKeys.Presence.CALL_CHAIN;
import static io.execward.catalog.GlobalKeys.Presence.CREDENTIALS;
import static io.execward.catalog.GlobalKeys.Presence.NETWORK;
import static io.execward.catalog.GlobalKeys.Presence.OPERATION;
import static io.execward.catalog.GlobalKeys.Presence.OWNER;
import static io.execward.catalog.GlobalKeys.Presence.PRINCIPAL;
import static io.execward.catalog.GlobalKeys.Presence.SERVICE_PRINCIPAL;
import static io.execward.catalog.GlobalKeys.Presence.SIGNED;
import static io.execward.catalog.GlobalKeys.Presence.UNSETTLED;
import static io.execward.catalog.KeyType.ARN;
import static io.execward.catalog.KeyType.ARRAY_OF_STRING;
import static io.execward.catalog.KeyType.BOOL;
import static io.execward.catalog.KeyType.DATE;
import static io.execward.catalog.KeyType.IP_ADDRESS;
import static io.execward.catalog.KeyType.NUMERIC;
import static io.execward.catalog.KeyType.STRING;

import io.execward.model.ConditionKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The condition keys that belong to the request and not to a service's action: the {@code aws:} keys, and the keys of other
 * prefixes that come with a caller's credentials. From section E.2 of the rules (R-KEY-01 to R-KEY-12).
 */
public final class GlobalKeys {
    private static final List<Entry> ENTRIES = List.of(
            entry("aws:PrincipalArn", SIGNED, ARN), // R-KEY-02
            entry("aws:PrincipalAccount", ALWAYS, STRING),
            entry("aws:PrincipalOrgID", PRINCIPAL, STRING), // R-KEY-10
            entry("aws:PrincipalOrgPaths", PRINCIPAL, ARRAY_OF_STRING),
            entry("aws:PrincipalTag/${TagKey}", PRINCIPAL, STRING),
            entry("aws:PrincipalIsAWSService", SIGNED, BOOL),
            entry("aws:PrincipalServiceName", SERVICE_PRINCIPAL, STRING),
            entry("aws:PrincipalServiceNamesList", SERVICE_PRINCIPAL, ARRAY_OF_STRING),
            entry("aws:PrincipalType", ALWAYS, STRING), // R-KEY-12
            entry("aws:userid", ALWAYS, STRING), // R-KEY-11
            entry("aws:username", PRINCIPAL, STRING), // R-KEY-01
            entry("aws:AssumedRoot", CREDENTIALS, BOOL),
            entry("aws:FederatedProvider", CREDENTIALS, STRING, ARN),
            entry("aws:TokenIssueTime", CREDENTIALS, DATE), // R-KEY-06
            entry("aws:SignInSessionArn", CREDENTIALS, ARN),
            entry("aws:MultiFactorAuthAge", CREDENTIALS, NUMERIC), // R-KEY-03
            entry("aws:MultiFactorAuthPresent", CREDENTIALS, BOOL),
            entry("aws:ChatbotSourceArn", CREDENTIALS, ARN),
            entry("aws:Ec2InstanceSourceVpc", CREDENTIALS, STRING),
            entry("aws:Ec2InstanceSourcePrivateIPv4", CREDENTIALS, IP_ADDRESS),
            entry("aws:SourceIdentity", CREDENTIALS, STRING),
            entry("aws:ViaCustomerDomain", UNSETTLED, STRING, BOOL),
            entry("aws:CalledViaAWSMCP", UNSETTLED, STRING, BOOL),
            entry("aws:ViaAWSMCPService", UNSETTLED, STRING, BOOL),
            entry("aws:IsMcpServiceAction", UNSETTLED, STRING, BOOL),
            entry("ec2:RoleDelivery", CREDENTIALS, NUMERIC),
            entry("ec2:SourceInstanceArn", CREDENTIALS, ARN),
            entry("ssm:SourceInstanceArn", CREDENTIALS, ARN),
            entry("lambda:SourceFunctionArn", CREDENTIALS, ARN),
            entry("codebuild:BuildArn", CREDENTIALS, ARN),
            entry("codebuild:ProjectArn", CREDENTIALS, ARN),
            entry("glue:RoleAssumedBy", CREDENTIALS, STRING),
            entry("glue:CredentialIssuingService", CREDENTIALS, STRING),
            entry("identitystore:UserId", CREDENTIALS, STRING),
            entry("aws:SourceIp", NETWORK, IP_ADDRESS), // R-KEY-05
            entry("aws:SourceVpc", NETWORK, STRING),
            entry("aws:SourceVpce", NETWORK, STRING),
            entry("aws:SourceVpcArn", NETWORK, ARN),
            entry("aws:VpceAccount", NETWORK, STRING),
            entry("aws:VpceOrgID", NETWORK, STRING),
            entry("aws:VpceOrgPaths", NETWORK, ARRAY_OF_STRING),
            entry("aws:VpcSourceIp", NETWORK, IP_ADDRESS),
            entry("aws:ResourceAccount", OWNER, STRING),
            entry("aws:ResourceOrgID", OWNER, STRING),
            entry("aws:ResourceOrgPaths", OWNER, ARRAY_OF_STRING),
            entry("aws:ResourceTag/${TagKey}", OPERATION, STRING), // R-KEY-04
            entry("aws:CalledVia", CALL_CHAIN, ARRAY_OF_STRING), // R-KEY-08
            entry("aws:CalledViaFirst", CALL_CHAIN, STRING),
            entry("aws:CalledViaLast", CALL_CHAIN, STRING),
            entry("aws:ViaAWSService", ALWAYS, BOOL),
            entry("aws:CurrentTime", ALWAYS, DATE),
            entry("aws:EpochTime", ALWAYS, DATE, NUMERIC),
            entry("aws:referer", NETWORK, STRING),
            entry("aws:RequestedRegion", ALWAYS, STRING), // R-KEY-07
            entry("aws:RequestTag/${TagKey}", OPERATION, STRING),
            entry("aws:TagKeys", OPERATION, ARRAY_OF_STRING),
            entry("aws:SecureTransport", ALWAYS, BOOL),
            entry("aws:SourceAccount", SERVICE_PRINCIPAL, STRING), // R-KEY-09
            entry("aws:SourceArn", SERVICE_PRINCIPAL, ARN),
            entry("aws:SourceOrgID", SERVICE_PRINCIPAL, STRING),
            entry("aws:SourceOrgPaths", SERVICE_PRINCIPAL, ARRAY_OF_STRING),
            entry("aws:UserAgent", ALWAYS, STRING));

    private static final KeyTable TABLE =
            new KeyTable(ENTRIES.stream().map(Entry::definition).toList());
    private static final Map<String, Entry> BY_NAME = ENTRIES.stream()
            .collect(Collectors.toUnmodifiableMap(entry -> entry.definition().name(), Function.identity()));

    private GlobalKeys() {}

    private static Entry entry(String name, Presence presence, KeyType first, KeyType... others) {
        return new Entry(KeyDefinition.of(name, first, others), presence);
    }

    /** All of them, in the order of the rules. */
    public static List<Entry> all() {
        return ENTRIES;
    }

    /** The entry of this key; letter case does not matter. */
    public static Optional<Entry> find(ConditionKey key) {
        return TABLE.find(key).map(KeyDefinition::name).map(BY_NAME::get);
    }

    /**
     * A global key.
     *
     * @param definition its name and types
     * @param presence what decides whether a request has it
     */
    public record Entry(KeyDefinition definition, Presence presence) {
        public Entry {
            Objects.requireNonNull(definition, "definition");
            Objects.requireNonNull(presence, "presence");
        }
    }

    /** What decides whether a request has a global key. */
    public enum Presence {
        /** Every request has it. */
        ALWAYS,
        /** Every request that is signed. */
        SIGNED,
        /** Who calls: an IAM user, a tagged principal, a member of an organization (R-KEY-01, R-KEY-10). */
        PRINCIPAL,
        /** The credentials: temporary, with MFA, of an instance or a function (R-KEY-03, R-KEY-06). */
        CREDENTIALS,
        /** Only calls of a service principal have it, some on behalf of a resource (R-KEY-09). */
        SERVICE_PRINCIPAL,
        /** The way of the request: through a VPC endpoint or not, from a browser (R-KEY-05). */
        NETWORK,
        /** The resource's owner, for most actions; for some, only if the owner is in an organization. */
        OWNER,
        /** Only calls that a service makes with the caller's credentials (R-KEY-08). */
        CALL_CHAIN,
        /** The operation and its tags: only actions that list the key can have it (R-KEY-04). */
        OPERATION,
        /** The name is documented, the details are not settled. */
        UNSETTLED;

        /** True if an action takes the key only where the reference lists it for the action (R-CAT-09). */
        public boolean isListedPerAction() {
            return this == OPERATION;
        }
    }
}
