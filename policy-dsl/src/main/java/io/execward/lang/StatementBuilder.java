// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.lang.internal.parser.ExecBaseVisitor;
import io.execward.lang.internal.parser.ExecParser;
import io.execward.model.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies statements. */
final class StatementBuilder {
    private final Shapes shapes;

    StatementBuilder(Shapes shapes) {
        this.shapes = shapes;
    }

    Stmt statement(ExecParser.StatementContext context) {
        SourceSpan span = shapes.span(context);
        Optional<Text> because = shapes.because(context.because());
        return new Reader(span, because).visit(context.getChild(0));
    }

    private List<Reach.ExceptFor> exceptions(List<ExecParser.ExceptForContext> contexts) {
        return contexts.stream().map(this::exception).toList();
    }

    private Reach.ExceptFor exception(ExecParser.ExceptForContext context) {
        return new Reach.ExceptFor(shapes.span(context), shapes.values(context.values()));
    }

    /** One statement, whose span and reason are known. */
    private final class Reader extends ExecBaseVisitor<Stmt> {
        private final SourceSpan span;
        private final Optional<Text> because;

        Reader(SourceSpan span, Optional<Text> because) {
            this.span = span;
            this.because = because;
        }

        @Override
        public Stmt visitAllowExec(ExecParser.AllowExecContext context) {
            List<Limit> limits = new ArrayList<>();
            List<GrantOption> options = new ArrayList<>();
            for (ExecParser.GrantPartContext part : context.grantPart()) {
                part.limit().forEach(limit -> limits.add(new LimitReader().visit(limit)));
                if (part.option() != null) {
                    options.add(option(part.option()));
                }
            }
            return new Stmt.AllowExec(span, shapes.values(context.values()), limits, options, because);
        }

        @Override
        public Stmt visitOwnSessions(ExecParser.OwnSessionsContext context) {
            return new Stmt.OwnSessions(span, context.ROLE() != null, context.REGION() != null, because);
        }

        @Override
        public Stmt visitDenyExec(ExecParser.DenyExecContext context) {
            List<Reach> reach = new ArrayList<>();
            context.reach().forEach(part -> reach.add(new ReachReader().visit(part)));
            return new Stmt.DenyExec(span, reach, because);
        }

        @Override
        public Stmt visitDenyLaunch(ExecParser.DenyLaunchContext context) {
            List<Stmt.DenyLaunch.Omitted> omitted = new ArrayList<>();
            List<Values> clusters = new ArrayList<>();
            List<Reach.ExceptFor> exceptions = new ArrayList<>();
            for (ExecParser.LaunchPartContext part : context.launchPart()) {
                new ExecBaseVisitor<Boolean>() {
                    @Override
                    public Boolean visitOmittedFlag(ExecParser.OmittedFlagContext flag) {
                        SourceSpan place = shapes.span(flag.OMITTED().getSymbol(), flag.getStop());
                        return omitted.add(new Stmt.DenyLaunch.Omitted(place, flag.PASSES() != null));
                    }

                    @Override
                    public Boolean visitLaunchCluster(ExecParser.LaunchClusterContext cluster) {
                        return clusters.add(shapes.values(cluster.values()));
                    }

                    @Override
                    public Boolean visitLaunchException(ExecParser.LaunchExceptionContext exception) {
                        return exceptions.add(exception(exception.exceptFor()));
                    }
                }.visit(part);
            }
            return new Stmt.DenyLaunch(span, omitted, clusters, exceptions, because);
        }

        @Override
        public Stmt visitDenySessions(ExecParser.DenySessionsContext context) {
            Optional<Values> clusters = Optional.ofNullable(context.values()).map(shapes::values);
            return new Stmt.DenySessions(span, clusters, exceptions(context.exceptFor()), because);
        }

        @Override
        public Stmt visitProtectTags(ExecParser.ProtectTagsContext context) {
            return new Stmt.ProtectTags(
                    span,
                    shapes.words(context.tagKey()),
                    context.ALSO() != null,
                    exceptions(context.exceptFor()),
                    because);
        }

        @Override
        public Stmt visitGeneral(ExecParser.GeneralContext context) {
            GeneralParts parts = new GeneralParts(shapes);
            context.element().forEach(parts::add);
            return new Stmt.General(
                    span,
                    context.ALLOW() != null ? Effect.ALLOW : Effect.DENY,
                    Optional.ofNullable(context.STRING()).map(sid -> shapes.text(sid.getSymbol())),
                    parts.principals(),
                    parts.actions(),
                    parts.resources(),
                    parts.conditions(),
                    because);
        }
    }

    private GrantOption option(ExecParser.OptionContext context) {
        SourceSpan span = shapes.span(context);
        if (context.KEY() != null) {
            return new GrantOption.EncryptedWith(span, shapes.value(context.value()));
        }
        if (context.DESCRIBING() != null) {
            return new GrantOption.NoDescribing(span);
        }
        return context.LISTING() != null ? new GrantOption.Listing(span) : new GrantOption.SideDoorsClosed(span);
    }

    private final class LimitReader extends ExecBaseVisitor<Limit> {
        @Override
        public Limit visitTagLimit(ExecParser.TagLimitContext context) {
            return new Limit.Tag(
                    shapes.span(context),
                    context.CLUSTER() != null,
                    shapes.word(context.tagKey()),
                    Optional.ofNullable(context.values()).map(shapes::values));
        }

        @Override
        public Limit visitContainerLimit(ExecParser.ContainerLimitContext context) {
            return new Limit.Container(shapes.span(context), shapes.values(context.values()));
        }

        @Override
        public Limit visitMfaLimit(ExecParser.MfaLimitContext context) {
            return new Limit.Mfa(shapes.span(context), shapes.age(context.duration()));
        }

        @Override
        public Limit visitAddressLimit(ExecParser.AddressLimitContext context) {
            return new Limit.From(shapes.span(context), shapes.values(context.values()));
        }

        @Override
        public Limit visitEndpointLimit(ExecParser.EndpointLimitContext context) {
            return new Limit.Through(shapes.span(context), shapes.values(context.values()));
        }

        @Override
        public Limit visitTimeLimit(ExecParser.TimeLimitContext context) {
            return new Limit.Time(
                    shapes.span(context),
                    context.NOT() == null,
                    shapes.text(context.STRING().getSymbol()));
        }
    }

    private final class ReachReader extends ExecBaseVisitor<Reach> {
        @Override
        public Reach visitIntoContainer(ExecParser.IntoContainerContext context) {
            return new Reach.Containers(
                    shapes.span(context), context.EXCEPT() != null, shapes.values(context.values()));
        }

        @Override
        public Reach visitInCluster(ExecParser.InClusterContext context) {
            return new Reach.Clusters(shapes.span(context), context.EXCEPT() != null, shapes.values(context.values()));
        }

        @Override
        public Reach visitWithoutMfa(ExecParser.WithoutMfaContext context) {
            return new Reach.WithoutMfa(shapes.span(context), shapes.age(context.duration()));
        }

        @Override
        public Reach visitAnywhere(ExecParser.AnywhereContext context) {
            return new Reach.Anywhere(shapes.span(context));
        }

        @Override
        public Reach visitReachException(ExecParser.ReachExceptionContext context) {
            return exception(context.exceptFor());
        }
    }
}
