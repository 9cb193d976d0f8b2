// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.accountreview;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.review.AccessReview;
import io.execward.review.PrincipalGroup;
import io.execward.review.ReviewOptions;
import io.execward.review.Road;
import io.execward.review.TargetGroup;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Prints who can get a shell in the service payments of the sample account, and by which roads. */
public final class ReviewAccount {
    private ReviewAccount() {}

    /**
     * Reads the documents and prints.
     *
     * @param arguments the folder with what the AWS CLI printed
     */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path folder, PrintStream out) {
        AccountSnapshot account = AccountReader.create().trustingEmptyTags().read(folder);
        AccessReview review = AccessReview.of(
                account, ReviewOptions.everything().in(cluster -> cluster.name().equals("prod")));
        for (int row = 0; row < review.principals().size(); row++) {
            for (int column = 0; column < review.targets().size(); column++) {
                List<Road> open = review.cell(row, column).roads().values().stream()
                        .filter(Road::isOpen)
                        .toList();
                if (!open.isEmpty() && review.targets().get(column).taskGroup().equals("service:payments")) {
                    out.println(
                            line(review.principals().get(row), review.targets().get(column), open));
                }
            }
        }
    }

    private static String line(PrincipalGroup principals, TargetGroup targets, List<Road> open) {
        return principals.members().stream().map(IamIdentity::name).collect(Collectors.joining(", ")) + " -> "
                + targets.taskGroup() + " " + targets.container() + ": "
                + open.stream()
                        .map(road -> road.kind().text() + (road.onlyIf().isEmpty() ? "" : " (under conditions)"))
                        .collect(Collectors.joining(", "));
    }
}
