/**
 * Lines of case files, read and judged: {@link io.execward.cases.Case} is a request with its policies and the verdict that it expects,
 * {@link io.execward.cases.Question} a question about an account, which {@link io.execward.cases.AccountAnswers} answers by its
 * documents alone (R-EXEC-141). What is no case is a {@link io.execward.cases.CaseException} with its place on the line.
 */
@NullMarked
package io.execward.cases;

import org.jspecify.annotations.NullMarked;
