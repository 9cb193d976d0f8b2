// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A review as one HTML page. Markup, style and script are constant files; the page's only variable part is a block of JSON, which the
 * script puts into the page as text, never as markup. The page's own policy lets nothing else run and nothing be loaded.
 */
final class ReviewPage {
    private static final String DATA = "<!--DATA-->";

    private final ReviewReport report;
    private final Consumer<String> out;

    ReviewPage(ReviewReport report, Consumer<String> out) {
        this.report = report;
        this.out = out;
    }

    void print() {
        String style = read("review.css");
        String script = read("review.js");
        String page = read("review.html")
                .replace(
                        "<!--POLICY-->",
                        "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                                + "; base-uri 'none'; form-action 'none'")
                .replace("/*STYLE*/", style)
                .replace("/*SCRIPT*/", script);
        int data = page.indexOf(DATA);
        out.accept(page.substring(0, data));
        new PageData(report, text -> out.accept(inScript(text))).print();
        out.accept(page.substring(data + DATA.length()));
    }

    /** JSON within a script element: nothing in it ends the element or begins a comment. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    static String hash(String text) {
        byte[] digest = InputWords.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    static String read(String name) {
        try (InputStream in = ReviewPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
