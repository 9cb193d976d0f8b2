/**
 * Who can get a shell where, and by which road: start at {@link io.execward.review.AccessReview#of}.
 *
 * <p>The engine is the only judge. Targets are first sorted into classes that no policy can tell apart
 * ({@link io.execward.evaluate.RequestClasses}), and each principal's roads are judged once for each class that its own policies see.
 */
@NullMarked
package io.execward.review;

import org.jspecify.annotations.NullMarked;
