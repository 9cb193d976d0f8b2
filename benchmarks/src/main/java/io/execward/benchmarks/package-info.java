/** JMH benchmarks. */
@NullMarked
package io.execward.benchmarks;

import org.jspecify.annotations.NullMarked;
