/**
 * What CloudTrail records tell about shells in containers: questions over a trail ({@link io.execward.audit.EventSearch}), and what
 * somebody should look at ({@link io.execward.audit.Audit}; R-EXEC-137).
 *
 * <p>Records come one by one and are not kept. The order in which they come, and how files split them, does not matter.
 */
@NullMarked
package io.execward.audit;

import org.jspecify.annotations.NullMarked;
