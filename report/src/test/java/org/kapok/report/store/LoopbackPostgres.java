package org.kapok.report.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of its own on this machine, for as long as a test runs. Its user {@code kapok} is trusted. */
final class LoopbackPostgres {
    /** What a guest must give to get in. */
    static final String GUEST_PASSWORD = "s3cret-of-guests";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path binaries;
    private final Path data;
    private final int port;

    private LoopbackPostgres(Path binaries, Path data, int port) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
    }

    /** The folder of the server's programs, where one is installed that this user can start. */
    static Optional<Path> binaries() throws IOException {
        if (!Files.isDirectory(INSTALLED) || isRoot() && !Files.isExecutable(Path.of("/usr/sbin/runuser"))) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    static LoopbackPostgres start(Path binaries) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("kapok-postgres");
        if (isRoot()) {
            run(List.of("chown", "postgres", data.toString()), data);
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        LoopbackPostgres server = new LoopbackPostgres(binaries, data, port);
        String db = data.resolve("db").toString();
        server.run("initdb", "-D", db, "-U", "kapok", "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        Path access = data.resolve("db/pg_hba.conf");
        Files.writeString(access, "host all guest 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        String options = "-h 127.0.0.1 -p " + port + " -k " + data + " -c fsync=off";
        server.run("pg_ctl", "-D", db, "-w", "-l", data.resolve("log").toString(), "-o", options, "start");
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=kapok";
    }

    int port() {
        return port;
    }

    String guestUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=guest";
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("/usr/sbin/runuser", "-u", "postgres", "--")); // a server refuses to run as root
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command, data);
    }

    private static void run(List<String> command, Path at) throws IOException, InterruptedException {
        Path said = Files.createTempFile("kapok-postgres", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(at.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile()) // a pipe would stay open in the server
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String text = Files.readString(said);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(command + ": " + text);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    void stop() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data.resolve("db").toString(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
