// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.provisioning;

import io.execward.diagnostic.Source;
import io.execward.dsl.IamPolicy;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.json.PolicyJson;
import io.execward.json.PolicyQuota;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Provisions two requests of the team payments: one that the ceiling lets through, and one that it does not. */
public final class Provision {
    private static final ExecConfiguration LOGGED =
            ExecConfiguration.standard().loggedToCloudWatch("/ecs/exec/payments", true);

    private Provision() {}

    public static void main(String[] arguments) throws IOException {
        run(System.out);
    }

    static void run(PrintStream out) throws IOException {
        Provisioning provisioning = new Provisioning(ceiling());
        for (String container : List.of("app", "vault-agent")) {
            TeamRequest request = new TeamRequest(
                    "payments",
                    ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/payments"),
                    container,
                    LOGGED);
            try {
                Map<String, IamPolicy> documents = provisioning.provision(request);
                out.println(container + ": provisioned");
                documents.forEach((name, document) -> out.println(
                        "  " + name + ".json, " + document.sizeAs(PolicyQuota.MANAGED_POLICY) + " characters"));
            } catch (Provisioning.RefusedException refused) {
                out.println(container + ": refused");
                out.print(String.valueOf(refused.getMessage()).indent(2));
            }
        }
    }

    private static Policy ceiling() throws IOException {
        try (InputStream in = Objects.requireNonNull(Provision.class.getResourceAsStream("ceiling.json"))) {
            Source text = Source.of("ceiling.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return PolicyJson.parse(text, PolicyKind.PERMISSIONS_BOUNDARY).policy();
        }
    }
}
