// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonLimits;
import io.execward.json.JsonNumber;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonText;
import io.execward.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One page in a headless Chromium, by the DevTools protocol. Everything that the page writes to its console, throws, or asks the network
 * for is kept.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** Only so that a hanging browser ends the test: nothing that is asked here takes a second. */
    private static final long PATIENCE_SECONDS = 60;

    private static final JsonLimits LIMITS =
            JsonLimits.defaults().withMaxCharacters(100_000_000).withMaxStringLength(100_000_000);

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requested = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String session = "";
    private int last;

    /** The browser of this machine, if there is one. */
    static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name ->
                        Arrays.stream(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser(Path program, Path page) throws Exception {
        profile = Files.createTempDirectory("execward-browser");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--font-render-hinting=none",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(), new Listener())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String target = text(send("Target.createTarget", "{\"url\":\"about:blank\"}"), "targetId");
        session =
                text(send("Target.attachToTarget", "{\"targetId\":\"" + target + "\",\"flatten\":true}"), "sessionId");
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", "{}");
        }
        window(1440, 1000);
        send("Page.navigate", "{\"url\":" + JsonText.quote(page.toUri().toString()) + "}");
        loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Chromium writes port and path of its socket into its profile. */
    private URI address() throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (!process.isAlive()) {
                throw new IOException("the browser ended: " + Files.readString(profile.resolve("log")));
            }
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() >= 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser opened no port: " + Files.readString(profile.resolve("log")));
    }

    /** What the expression is, as text. */
    String evaluate(String expression) throws Exception {
        JsonObject answer = send(
                "Runtime.evaluate",
                "{\"returnByValue\":true,\"awaitPromise\":true,\"expression\":"
                        + JsonText.quote("String(" + expression + ")") + "}");
        answer.get("exceptionDetails").ifPresent(details -> {
            throw new IllegalStateException(
                    expression + " failed: " + details.span().text());
        });
        return text((JsonObject) answer.get("result").orElseThrow(), "value");
    }

    /** Presses and releases a key, as the keyboard would. */
    void press(String key) throws Exception {
        String code = key.length() == 1 ? "Key" + key.toUpperCase(Locale.ROOT) : key;
        int number = switch (key) {
            case "Enter" -> 13;
            case "Escape" -> 27;
            case "Tab" -> 9;
            case "End" -> 35;
            case "Home" -> 36;
            case "ArrowLeft" -> 37;
            case "ArrowUp" -> 38;
            case "ArrowRight" -> 39;
            case "ArrowDown" -> 40;
            default -> throw new IllegalArgumentException(key);
        };
        for (String type : List.of("rawKeyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    "{\"type\":\"" + type + "\",\"key\":\"" + key + "\",\"code\":\"" + code
                            + "\",\"windowsVirtualKeyCode\":" + number + "}");
        }
    }

    /** Types into what has the focus. */
    void type(String text) throws Exception {
        send("Input.insertText", "{\"text\":" + JsonText.quote(text) + "}");
    }

    void window(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    /** @param medium {@code screen} or {@code print} */
    void media(String medium, String colorScheme) throws Exception {
        send(
                "Emulation.setEmulatedMedia",
                "{\"media\":\"" + medium + "\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
                        + colorScheme + "\"}]}");
    }

    void screenshot(Path file) throws Exception {
        save(send("Page.captureScreenshot", "{\"format\":\"png\"}"), file);
    }

    /** The page on paper. */
    byte[] pdf(Path file) throws Exception {
        save(send("Page.printToPDF", "{\"preferCSSPageSize\":true,\"printBackground\":true}"), file);
        return Files.readAllBytes(file);
    }

    private static void save(JsonObject answer, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(text(answer, "data")));
    }

    /** Console messages, uncaught exceptions, and what the page's policy refused. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Every address that was asked for. */
    List<String> requested() {
        return List.copyOf(requested);
    }

    private JsonObject send(String method, String parameters) throws Exception {
        int id = ++last;
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        String to = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + to + "}", true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void receive(String message) {
        JsonObject object = (JsonObject) Json.parse(Source.of("browser", message), LIMITS);
        Optional<JsonValue> id = object.get("id");
        if (id.isPresent()) {
            CompletableFuture<JsonObject> answer = answers.remove(Integer.parseInt(((JsonNumber) id.get()).text()));
            if (answer == null) {
                throw new IllegalStateException("nobody asked for " + message);
            }
            if (object.get("result").isPresent()) {
                answer.complete((JsonObject) object.get("result").get());
            } else {
                answer.completeExceptionally(new IOException(message));
            }
            return;
        }
        String method = text(object, "method");
        switch (method) {
            case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(message);
            case "Network.requestWillBeSent" -> {
                JsonObject parameters = (JsonObject) object.get("params").orElseThrow();
                requested.add(text((JsonObject) parameters.get("request").orElseThrow(), "url"));
            }
            case "Page.loadEventFired" -> loaded.complete(null);
            default -> {
                // Frames, targets and the like: nothing that the tests ask about.
            }
        }
    }

    private static String text(JsonObject object, String name) {
        JsonValue value = object.get(name).orElseThrow(() -> new IllegalStateException(name + " is not in an answer"));
        return value instanceof JsonString string
                ? string.value()
                : value instanceof JsonBoolean bool ? String.valueOf(bool.value()) : String.valueOf(value);
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            message.append(data);
            if (isLast) {
                String whole = message.toString();
                message.setLength(0);
                receive(whole);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** How many pages a PDF has, by its page objects. */
    static int pages(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int pages = 0;
        for (int i = text.indexOf("/Type /Page"); i >= 0; i = text.indexOf("/Type /Page", i + 1)) {
            pages += text.startsWith("/Type /Pages", i) ? 0 : 1;
        }
        return pages;
    }
}
