package org.kapok.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium that is told what to do over its own debugging protocol, so that no driver has to be downloaded.
 * It keeps what a page complains of and what it asks a network for.
 */
final class Browser implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PATIENCE = 60; // seconds

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private Browser(Process process, Path profile, int port) throws Exception {
        this.process = process;
        this.profile = profile;
        HttpClient client = HttpClient.newHttpClient();
        JsonNode pages = MAPPER.readTree(
                URI.create("http://127.0.0.1:" + port + "/json").toURL().openStream());
        String address = "";
        for (JsonNode page : pages) {
            address = page.get("type").asText().equals("page")
                    ? page.get("webSocketDebuggerUrl").asText()
                    : address;
        }
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .get(PATIENCE, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** The browser of this machine, where there is one. */
    static Optional<String> command() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Starts the browser; tests skip where there is none. */
    static Browser start() throws Exception {
        Optional<String> command = command();
        assumeTrue(command.isPresent(), "no Chromium on this machine: reports are not opened in a browser");
        Path profile = Files.createTempDirectory("kapok-browser");
        Process process = new ProcessBuilder(
                        command.get(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output.txt").toFile())
                .start();
        Path ready = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!Files.exists(ready) || Files.readAllLines(ready).isEmpty()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "the browser does not start: " + Files.readString(profile.resolve("output.txt")));
            }
            Thread.sleep(50);
        }
        return new Browser(
                process, profile, Integer.parseInt(Files.readAllLines(ready).get(0)));
    }

    /** Shows a file in a window of a size, and waits until it is there. */
    void open(Path file, int width, int height, String query) {
        complaints.clear();
        requests.clear();
        size(width, height);
        send("Page.navigate", Map.of("url", file.toUri() + query));
        await("document.readyState === 'complete' && document.querySelectorAll('main > section').length > 0");
    }

    /** Makes the window as large; one narrower than 600 is a phone's. */
    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** What an expression of the page's script comes to, as JSON. */
    JsonNode eval(String expression) {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** Waits until a condition of the page holds. */
    void await(String condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!eval(condition).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + condition + "; " + complaints);
            }
            pause();
        }
    }

    /** Presses a key, such as {@code ArrowLeft}. */
    void press(String key) {
        for (String type : List.of("keyDown", "keyUp")) {
            send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", 37));
        }
    }

    /** A picture of the page from a height on, PNG. */
    byte[] picture(int top, int width, int height) {
        JsonNode result = send(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", top, "width", width, "height", height, "scale", 1)));
        return Base64.getDecoder().decode(result.get("data").asText());
    }

    /** The page as it is printed, PDF. */
    byte[] print() {
        JsonNode result = send("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(result.get("data").asText());
    }

    /** Errors and warnings of the page since it was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What the page asked for since it was opened, its own file and what it made itself left out. */
    List<String> requests() {
        return requests.stream()
                .filter(url -> !url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        socket.sendText(message.toString(), true);
        try {
            return answer.get(PATIENCE, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(method + " of the browser failed", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer =
                    waiting.remove(message.get("id").asInt());
            if (message.has("error")) {
                answer.completeExceptionally(
                        new IllegalStateException(message.get("error").toString()));
            } else {
                answer.complete(message.get("result"));
            }
            return;
        }
        JsonNode told = message.path("params");
        switch (message.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                requests.add(told.at("/request/url").asText());
            case "Log.entryAdded" -> complaints.add(told.at("/entry/text").asText());
            case "Runtime.exceptionThrown" ->
                complaints.add(
                        told.at("/exceptionDetails/exception/description").asText());
            case "Runtime.consoleAPICalled" -> complaints.add(told.toString());
            default -> {}
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Puts the parts of each message together. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    take(MAPPER.readTree(text.toString()));
                } catch (IOException e) {
                    complaints.add(e.toString());
                }
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
