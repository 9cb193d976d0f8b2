// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import java.util.List;

/**
 * One way to what a property rules out.
 *
 * @param what whoever finds it open can do, in words behind `can`
 * @param questions it is closed only if the answer to each is that there is no such request; none if the caller is of another account
 *     or partition than the target, of which nothing is claimed
 */
record Road(String what, List<Question> questions) {
    Road {
        questions = List.copyOf(questions);
    }
}
