// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.lang.internal.parser.ExecBaseVisitor;
import io.execward.lang.internal.parser.ExecParser;

/** Copies what is told about a caller. */
final class CallerFactReader extends ExecBaseVisitor<CallerFact> {
    private final Shapes shapes;

    CallerFactReader(Shapes shapes) {
        this.shapes = shapes;
    }

    @Override
    public CallerFact visitCallerTags(ExecParser.CallerTagsContext context) {
        return new CallerFact.Tagged(shapes.span(context), shapes.tags(context.tagsValue()));
    }

    @Override
    public CallerFact visitCallerMfa(ExecParser.CallerMfaContext context) {
        return new CallerFact.Mfa(shapes.span(context), shapes.age(context.duration()));
    }

    @Override
    public CallerFact visitCallerNoMfa(ExecParser.CallerNoMfaContext context) {
        return new CallerFact.NoMfa(shapes.span(context));
    }

    @Override
    public CallerFact visitNothingElse(ExecParser.NothingElseContext context) {
        return new CallerFact.NothingElse(shapes.span(context));
    }

    @Override
    public CallerFact visitContextKey(ExecParser.ContextKeyContext context) {
        return new CallerFact.Present(
                shapes.span(context), shapes.text(context.STRING().getSymbol()), shapes.values(context.values()));
    }

    @Override
    public CallerFact visitAbsentKey(ExecParser.AbsentKeyContext context) {
        return new CallerFact.Absent(
                shapes.span(context), shapes.text(context.STRING().getSymbol()));
    }

    @Override
    public CallerFact visitCallerAddress(ExecParser.CallerAddressContext context) {
        return new CallerFact.From(shapes.span(context), shapes.value(context.value()));
    }

    @Override
    public CallerFact visitCallerEndpoint(ExecParser.CallerEndpointContext context) {
        return new CallerFact.Through(shapes.span(context), shapes.value(context.value()));
    }

    @Override
    public CallerFact visitCallerTime(ExecParser.CallerTimeContext context) {
        return new CallerFact.At(shapes.span(context), shapes.value(context.value()));
    }
}
