// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The {@code execward} command. A new subcommand needs a line in {@link #commandLine}. */
@Command(
        name = "execward",
        description = {
            "Answers questions about AWS IAM policies and ECS Exec, from documents alone: it needs no AWS account,"
                    + " no credentials and no network."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisHeading = "Usage: ",
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the answer is yes, all expectations hold",
            "1:the answer is no",
            "2:the command line makes no sense",
            "3:input cannot be read or is malformed, or output cannot be written"
        },
        footer = {
            "",
            "`execward help COMMAND` explains a command, with examples. Answers go to standard output, everything"
                    + " else to standard error; both are UTF-8."
        })
public final class Main implements Runnable {
    private Main() {}

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(Streams.ofProcess(), args));
    }

    static int run(Streams streams, String... args) {
        CommandLine commandLine = commandLine(streams);
        try {
            return commandLine.execute(args);
        } catch (Error e) {
            return new Failures(streams).handle(e, commandLine);
        }
    }

    private static CommandLine commandLine(Streams streams) {
        Failures failures = new Failures(streams);
        CommandLine commandLine = new CommandLine(new Main());
        for (Object command : List.of(
                new SimulateCommand(streams),
                new ReviewCommand(streams),
                new ExecCommand(streams),
                new ReadyCommand(streams),
                new AuditCommand(streams),
                new GenerateCommand(streams),
                new ProveCommand(streams),
                new DiffCommand(streams),
                new SimplifyCommand(streams),
                new FmtCommand(streams),
                new ConvertCommand(streams),
                new TestCommand(streams),
                new HelpCommand())) {
            commandLine.addSubcommand(command);
        }
        return commandLine
                .setOut(Streams.utf8(streams.out()))
                .setErr(streams.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new UsageError("a command is missing, such as `execward simulate`");
    }
}
