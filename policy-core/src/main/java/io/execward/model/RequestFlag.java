// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

/** Facts about a request that exempt it from organization policies (R-ORG-05, -06, -14 to -16). */
public enum RequestFlag {
    /** The caller is a service-linked role. */
    SERVICE_LINKED_ROLE,
    /** The caller belongs to the organization's management account. */
    PRINCIPAL_IN_MANAGEMENT_ACCOUNT,
    /** The resource belongs to the organization's management account. */
    RESOURCE_IN_MANAGEMENT_ACCOUNT,
    /** The resource is an AWS managed KMS key. */
    AWS_MANAGED_KEY
}
