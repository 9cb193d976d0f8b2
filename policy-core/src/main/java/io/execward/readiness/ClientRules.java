// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.ClientEnvironment;

/** Rules about the machine that commands are sent from (R-EXEC-60, R-EXEC-61). */
final class ClientRules {
    private static final Version FIRST_OF_1 = Version.of(1, 22, 3);
    private static final Version FIRST_OF_2 = Version.of(2, 3, 6);
    private static final String USER_AGENT = "aws-cli/";

    private ClientRules() {}

    static Judgement cliVersion(Known<ClientEnvironment> client) {
        return client.flatMap(known -> Known.of(known.awsCliVersion(), "the client document tells no AWS CLI version"))
                .judge(text -> Version.parse(text.startsWith(USER_AGENT) ? text.substring(USER_AGENT.length()) : text)
                        .map(version -> cliVersion(version, text))
                        .orElseGet(() -> new Judgement.Unknown(
                                NotChecked.Reason.NOT_SUPPLIED, "`" + text + "` is not a version of the AWS CLI")));
    }

    private static Judgement cliVersion(Version version, String text) {
        Version first = version.major() < 2 ? FIRST_OF_1 : FIRST_OF_2;
        return Judgement.when(
                version.isBefore(first),
                "the AWS CLI is older than " + first + ", the first of its line that knows exec",
                "install a newer AWS CLI",
                "awsCliVersion: " + text);
    }

    static Judgement plugin(Known<ClientEnvironment> client) {
        return client.judge(known -> Judgement.when(
                known.sessionManagerPluginVersion().isEmpty(),
                "the session-manager-plugin is not installed, without which the AWS CLI cannot attach to the session",
                "install the session-manager-plugin beside the AWS CLI",
                "sessionManagerPluginVersion: none"));
    }
}
