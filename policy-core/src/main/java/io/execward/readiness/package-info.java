/**
 * Would exec work at all? {@link io.execward.readiness.ReadinessReport#of} judges every container of every task by the readiness rules
 * (R-EXEC-60 to R-EXEC-97), from documents alone. A rule is a constant of {@link io.execward.readiness.ReadinessRule}; a rule whose
 * facts are not in the documents gives no finding, but is listed as {@link io.execward.readiness.NotChecked}.
 */
@NullMarked
package io.execward.readiness;

import org.jspecify.annotations.NullMarked;
