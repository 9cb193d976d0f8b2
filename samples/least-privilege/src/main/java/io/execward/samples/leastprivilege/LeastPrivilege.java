// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.leastprivilege;

import io.execward.account.AccountReader;
import io.execward.account.EcsCluster;
import io.execward.dsl.ExecKit;
import java.io.PrintStream;
import java.nio.file.Path;

/** Makes, for each cluster of a folder of AWS CLI documents, the policies that exec needs there, and prints that of the task role. */
public final class LeastPrivilege {
    private LeastPrivilege() {}

    /**
     * Reads the documents and prints.
     *
     * @param arguments the folder with what {@code describe-clusters --include CONFIGURATIONS TAGS} printed
     */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path folder, PrintStream out) {
        for (EcsCluster cluster : AccountReader.create().read(folder).clusters()) {
            ExecKit kit = ExecKit.forCluster(cluster);
            out.println(cluster.arn().name() + ": "
                    + String.join(", ", kit.documents().keySet()));
            out.println(kit.taskRole().compactJson());
        }
    }
}
