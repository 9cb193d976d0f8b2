/**
 * What AWS prints about an account, read into an inventory and policy sets (R-EXEC-100 to R-EXEC-119). Start at
 * {@link io.execward.account.AccountReader}, which makes an {@link io.execward.account.AccountSnapshot} of a folder; trails are too
 * long for that, and {@link io.execward.account.CloudTrail} reads their records one by one.
 *
 * <p>The only room that opens files. Nothing is guessed: what was not supplied is known as such, and a document that is cut, broken or
 * contradicts another one gives no snapshot at all.
 */
@NullMarked
package io.execward.account;

import org.jspecify.annotations.NullMarked;
