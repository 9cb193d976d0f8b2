// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Visible;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command early into a message for people and an exit status: never a stack trace. */
record Failures(Streams streams) implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** What the parser of the command line refused. */
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return usage(command, unmatched(unmatched, command));
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            String name = option.longestName();
            String label = option.paramLabel();
            return usage(
                    command,
                    name + ": " + label + " is missing; a value that begins like an option is written " + name + "="
                            + label);
        }
        return usage(command, String.valueOf(e.getMessage()));
    }

    private static String unmatched(UnmatchedArgumentException e, CommandLine command) {
        String first = e.getUnmatched().get(0);
        String suggestion =
                e.getSuggestions().isEmpty() ? "" : "; did you mean " + String.join(" or ", e.getSuggestions()) + "?";
        if (first.startsWith("-")) {
            return "there is no option `" + first + "`" + suggestion;
        }
        return command.getSubcommands().isEmpty()
                ? "`" + first + "` stands alone: every file and value belongs behind an option"
                : "there is no command `" + first + "`" + suggestion;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return handle(e, command);
    }

    int handle(Throwable e, CommandLine command) {
        if (e instanceof UsageError) {
            return usage(command, String.valueOf(e.getMessage()));
        }
        if (e instanceof InputError) {
            streams.complain(e.getMessage() + "\n");
        } else if (e instanceof OutputError output) {
            if (!output.readerIsGone()) {
                streams.complain(name(command) + ": " + output.getMessage() + "\n");
            }
        } else if (e instanceof OutOfMemoryError) {
            streams.complain(name(command) + ": out of memory; allow more with EXECWARD_JAVA_OPTS=-Xmx…\n");
        } else {
            streams.complain(name(command) + ": internal error: " + Visible.line(e.toString())
                    + "; please report this with the command line and the files\n");
        }
        return ExitStatus.BROKEN;
    }

    private int usage(CommandLine command, String message) {
        streams.complain(
                name(command) + ": " + message + "\n" + "  `" + name(command) + " --help` explains the options\n");
        return ExitStatus.USAGE;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }
}
