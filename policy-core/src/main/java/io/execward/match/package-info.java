/**
 * Does one pattern, operator or variable accept one value: globs, actions, resources, numbers, dates, addresses. Not exported: the
 * shapes here may change for speed, the answers may not. Matching never builds a regular expression from policy text; its cost is
 * bounded by pattern plus value (see {@link io.execward.match.Glob}).
 */
@NullMarked
package io.execward.match;

import org.jspecify.annotations.NullMarked;
