/** The {@code execward} command. */
@NullMarked
package io.execward.cli;

import org.jspecify.annotations.NullMarked;
