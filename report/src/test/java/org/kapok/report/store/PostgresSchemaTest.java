package org.kapok.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.scenario.table.InputDataException;

/** A schema of a real PostgreSQL server, started here on loopback. */
class PostgresSchemaTest {
    private static LoopbackPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        Optional<Path> binaries = LoopbackPostgres.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL server is installed here (Debian: postgresql)");
        server = LoopbackPostgres.start(binaries.get());
    }

    @AfterAll
    static void stopServer() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @BeforeEach
    void dropSchemas() throws SQLException {
        execute("drop schema if exists small cascade", "drop schema if exists others cascade");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        return Query.rows(server.url(), sql);
    }

    private SmallResults small() {
        return SmallResults.in(folder.resolve("results"));
    }

    private static void load(SmallResults results, String schema) throws IOException {
        results.store().writeTo(server.url(), schema, new Properties());
    }

    @Test
    void write_smallFolder_keepsEveryBit() throws IOException, SQLException {
        load(small(), "small");

        assertThat(rows("select * from small.population order by year, region, age"))
                .containsExactly(
                        "2020|A|local|male|9|1.0E-7",
                        "2020|A|local|male|10|2.0",
                        "2020|B|local|male|0|3.3000000000000003",
                        "2021|B|local|male|0|0.1");
        assertThat(rows("select * from small.targets order by region"))
                .containsExactly(
                        "resident||2025|2025-12-31|0|null||100.0|99.5|false|a, \"b\"",
                        "resident|A|2025|2025-12-31|65|80|resident|0.1|0.2|true|");
        assertThat(rows("select seed, title_zh, draws from small.run")).containsExactly("9007199254740993|小|null");
    }

    @Test
    void write_columns_haveTypesKeysAndCommentsWithUnits() throws IOException, SQLException {
        load(small(), "small");

        assertThat(rows("select column_name, data_type, is_nullable from information_schema.columns"
                        + " where table_schema = 'small' and table_name = 'targets' order by ordinal_position"))
                .containsExactly(
                        "measure|text|NO",
                        "region|text|NO",
                        "year|integer|NO",
                        "date|date|NO",
                        "from_age|integer|NO",
                        "to_age|integer|YES",
                        "share_of|text|NO",
                        "wanted|double precision|NO",
                        "reached|double precision|NO",
                        "met|boolean|NO",
                        "source|text|NO");
        assertThat(rows("select col_description('small.population'::regclass, 6)"))
                .containsExactly("persons at the reference date [persons] | 参考日期人数 [人]");
        assertThat(rows("select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid"
                        + " where c.relnamespace = 'small'::regnamespace and c.relkind = 'r' and a.attnum > 0"
                        + " and col_description(c.oid, a.attnum) is null"))
                .containsExactly("0");
        assertThat(rows("select pg_get_constraintdef(oid) from pg_constraint where connamespace = 'small'::regnamespace"
                        + " and conrelid in ('small.population'::regclass, 'small.targets'::regclass) and contype in ('p', 'u')"
                        + " order by 1"))
                .hasSize(2)
                .first()
                .isEqualTo("PRIMARY KEY (year, region, status, sex, age)");
    }

    @Test
    void write_keptDrawsAndTablesWithoutText_areLoaded() throws IOException, SQLException {
        load(small().withDraws().write("budget.csv", "budget,objective\n0,9.5\n1,0\n"), "small");

        assertThat(rows("select draw, sum(persons) from small.draw_population group by draw order by draw"))
                .containsExactly("2|4.5", "10|12.5");
        assertThat(rows("select column_default from information_schema.columns where table_schema = 'small'"
                        + " and table_name = 'draw_population' and column_name = 'draw'"))
                .containsExactly("null");
        assertThat(rows("select sum(objective) from small.budget")).containsExactly("9.5");
    }

    @Test
    void write_again_replacesTheEarlierLoadWhole() throws IOException, SQLException {
        load(small().write("siting.csv", "year,region,shortage_before,shortage_after\n2021,A,2,1\n"), "small");
        assertThat(rows("select to_regclass('small.siting')")).containsExactly("small.siting");
        Files.delete(folder.resolve("results/siting.csv"));

        load(small().edit("population.csv", "2021,B,local,male,0,0.1\n", ""), "small");

        assertThat(rows("select count(*) from small.population")).containsExactly("3");
        assertThat(rows("select to_regclass('small.siting')")).containsExactly("null");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    2020,A,local,male,10,2 | 2020,A,local,male,x,2 | line 4, column age: got a row that the table refuses
                    2020,A,local,male,10,2 | 2020,A,local,male,1.5,2 | line 4, column age: got a row that the table refuses
                    2020,A,local,male,10,2 | 2020,A,local,male,10 | line 4: got a row that the table refuses
                    2020,A,local,male,10,2 | 2020,A,local,male,10, | line 4, column persons: got a row that the table refuses
                    2020,A,local,male,10,2 | 2020,A,local,male,9,2 | (2020, A, local, male, 9) is duplicated
                    """)
    void write_rowThatDoesNotFit_isNamedAndTheEarlierLoadStays(String from, String to, String message)
            throws IOException, SQLException {
        load(small(), "small");
        SmallResults wrong = small().edit("population.csv", from, to);

        assertThatThrownBy(() -> load(wrong, "small"))
                .isInstanceOf(InputDataException.class)
                .hasMessageStartingWith("population.csv")
                .hasMessageContaining(message);
        assertThat(rows("select count(*) from small.population")).containsExactly("4");
    }

    @Test
    void write_schemaOfOthers_isRefused() throws IOException, SQLException {
        execute("create schema others", "create table others.mine (a int)");

        assertThatThrownBy(() -> load(small(), "others"))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("schema others: got a schema that holds mine and was not loaded by kapok");
        assertThatThrownBy(() -> load(small(), "pg_catalog"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema: got \"pg_catalog\"");
        assertThat(rows("select count(*) from pg_tables where schemaname = 'others'"))
                .containsExactly("1");
    }

    @Test
    void write_emptySchemaMadeForIt_isTaken() throws IOException, SQLException {
        execute("create schema others");

        load(small(), "others");

        assertThat(rows("select count(*) from others.population")).containsExactly("4");
    }

    @Test
    void write_viewOfOthersOnTheEarlierLoad_staysWithIt() throws IOException, SQLException {
        load(small(), "small");
        execute("create schema others", "create view others.mine as select sum(persons) as all from small.population");

        assertThatThrownBy(() -> load(small(), "small"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other objects depend on it")
                .hasMessageContaining("nothing was changed");
        assertThat(rows("select count(*) from others.mine")).containsExactly("1");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"small\"; drop table x; --", "Grün 城市", "it's"})
    void write_schemaNamesThatAreNoPlainWords_areQuoted(String schema) throws IOException, SQLException {
        load(small(), schema);
        load(small(), schema);

        assertThat(rows("select count(*) from \"" + schema.replace("\"", "\"\"") + "\".population"))
                .containsExactly("4");
        execute("drop schema \"" + schema.replace("\"", "\"\"") + "\" cascade");
    }

    @Test
    void write_failingConnections_doNotTellThePassword() throws SQLException {
        execute(
                "drop role if exists guest",
                "create role guest login password '" + LoopbackPostgres.GUEST_PASSWORD + "'");
        Properties wrong = new Properties();
        wrong.setProperty("password", "not-that-one");

        for (String url : List.of(
                server.guestUrl(),
                server.guestUrl() + "&password=not-that-one",
                "jdbc:postgresql://127.0.0.1:1/postgres?user=guest&password=not-that-one",
                "jdbc:postgresql://127.0.0.1:99999/x?password=not-that-one",
                "jdbc:postgresql://guest:not-that-one@:x:/y",
                "jdbc:mysql://guest:not-that-one@localhost/x")) {
            assertThatThrownBy(() -> small().store().writeTo(url, "small", wrong))
                    .satisfies(e -> {
                        StringWriter trace = new StringWriter();
                        e.printStackTrace(new PrintWriter(trace));
                        assertThat(trace.toString()).as(url).doesNotContain("not-that-one");
                    });
        }
    }

    @Test
    void write_passwordAsProperty_isUsed() throws IOException, SQLException {
        execute(
                "drop role if exists guest",
                "create role guest login password '" + LoopbackPostgres.GUEST_PASSWORD + "'",
                "create schema others authorization guest");
        Properties properties = new Properties();
        properties.setProperty("password", LoopbackPostgres.GUEST_PASSWORD);

        small().store().writeTo(server.guestUrl(), "others", properties);

        assertThat(rows("select tableowner from pg_tables where schemaname = 'others' and tablename = 'run'"))
                .containsExactly("guest");
        execute("drop owned by guest cascade");
    }

    @Test
    void write_schemaThatMayNotBeMade_saysSo() throws SQLException {
        execute(
                "drop role if exists guest",
                "create role guest login password '" + LoopbackPostgres.GUEST_PASSWORD + "'");
        Properties properties = new Properties();
        properties.setProperty("password", LoopbackPostgres.GUEST_PASSWORD);

        assertThatThrownBy(() -> small().store().writeTo(server.guestUrl(), "small", properties))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("permission denied")
                .hasMessageContaining("nothing was changed");
    }
}
