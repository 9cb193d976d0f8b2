/**
 * How we talk about a document: {@link io.execward.diagnostic.Diagnostic diagnostics} with rule, span, sentence and help, the
 * {@link io.execward.diagnostic.Source} they point into, and the {@link io.execward.diagnostic.DiagnosticPrinter} that prints
 * them with the offending text underlined.
 */
@NullMarked
package io.execward.diagnostic;

import org.jspecify.annotations.NullMarked;
