import org.jspecify.annotations.NullMarked;

/**
 * The meaning of IAM policies for ECS Exec: model, JSON, service catalog, evaluation and the ECS Exec domain.
 *
 * <p>The package {@code io.execward.match} is not exported: it may change shape for speed.
 */
@NullMarked
module io.execward.core {
    requires static transitive org.jspecify;
    requires com.google.common;
    requires tools.jackson.core;

    exports io.execward.account;
    exports io.execward.analyze;
    exports io.execward.audit;
    exports io.execward.cases;
    exports io.execward.catalog;
    exports io.execward.diagnostic;
    exports io.execward.ecs;
    exports io.execward.evaluate;
    exports io.execward.json;
    exports io.execward.model;
    exports io.execward.proof;
    exports io.execward.readiness;
    exports io.execward.review;
}
