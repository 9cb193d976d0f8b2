// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.report.ReviewReport;
import io.execward.report.RoadDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which forms a review is printed, and where to. */
final class ReviewOutput {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What goes to standard output: text, csv, json or html. The default is text.")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE", description = "It goes into this file instead.")
    private @Nullable String out;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page into this file, too.")
    private @Nullable String html;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the exact matrix into this file, too.")
    private @Nullable String csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the JSON form into this file, too.")
    private @Nullable String json;

    @Option(
            names = "--roads",
            paramLabel = "WHICH",
            description = {
                "Which roads the text lists: `open`, with what closes exec; `all`, with what closes each; or `none`, for the"
                        + " summary alone. The default is open."
            })
    private @Nullable String roads;

    @Option(
            names = "--requests",
            description = {
                "The text holds the commands that take each open road, as the page and the JSON form do. Each says ALLOWED."
            })
    private boolean requests;

    /** A form of the review. */
    interface Form {
        void print(ReviewReport report, Consumer<String> out);
    }

    private record Written(OutputFile file, Form form) {}

    /** @throws UsageError if the options make no sense together */
    void check(Streams streams) {
        form();
        List<Written> files = files(streams);
        for (int i = 0; i < files.size(); i++) {
            for (int j = 0; j < i; j++) {
                OutputFile one = files.get(j).file();
                OutputFile other = files.get(i).file();
                if (one.path().normalize().equals(other.path().normalize())) {
                    throw new UsageError(one.option() + " and " + other.option() + " name the same file");
                }
            }
        }
    }

    /** Writes all forms that were asked for: the files first, so that nobody reads of one that is not there. */
    void write(ReviewReport report, Streams streams) {
        for (Written written : files(streams)) {
            written.file().write(to -> written.form().print(report, to));
            streams.complain("wrote " + written.file().name() + "\n");
        }
        if (out == null) {
            streams.print(to -> form().print(report, to));
        }
    }

    private List<Written> files(Streams streams) {
        List<Written> files = new ArrayList<>();
        add(files, "--out", out, form(), streams);
        add(files, "--html", html, ReviewReport::html, streams);
        add(files, "--csv", csv, ReviewReport::csv, streams);
        add(files, "--json", json, ReviewReport::json, streams);
        return files;
    }

    private static void add(List<Written> files, String option, @Nullable String name, Form form, Streams streams) {
        Optional.ofNullable(name)
                .ifPresent(given -> files.add(new Written(OutputFile.of(option, given, streams), form)));
    }

    private Form form() {
        RoadDetail detail = detail();
        return switch (format) {
            case "text" -> (report, to) -> report.text(detail, requests, to);
            case "csv" -> ReviewReport::csv;
            case "json" -> ReviewReport::json;
            case "html" -> ReviewReport::html;
            default ->
                throw new UsageError(
                        "--format: `" + format + "` is not a format: write `text`, `csv`, `json` or `html`");
        };
    }

    private RoadDetail detail() {
        if (requests && !format.equals("text")) {
            throw new UsageError("--requests is for the text form: the page and the JSON form hold every request");
        }
        if (roads == null) {
            return RoadDetail.OPEN;
        }
        if (!format.equals("text")) {
            throw new UsageError("--roads is for the text form: the other forms hold every road");
        }
        return switch (roads) {
            case "open" -> RoadDetail.OPEN;
            case "all" -> RoadDetail.ALL;
            case "none" -> RoadDetail.NONE;
            default -> throw new UsageError("--roads: `" + roads + "` is none of `open`, `all` and `none`");
        };
    }
}
