package org.kapok.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.scenario.table.InputDataException;

/** One DuckDB file of a result folder. */
class DuckDbFileTest {
    @TempDir
    private Path folder;

    private SmallResults small() {
        return SmallResults.in(folder.resolve("results"));
    }

    private Path file() {
        return folder.resolve("kapok.duckdb");
    }

    private List<String> namesBeside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void write_smallFolder_keepsEveryBitSortedByKey() throws IOException, SQLException {
        small().store().writeDuckDb(file());

        assertThat(Query.duckDb(file(), "select * from population"))
                .containsExactly(
                        "2020|A|local|male|9|1.0E-7",
                        "2020|A|local|male|10|2.0",
                        "2020|B|local|male|0|3.3000000000000003",
                        "2021|B|local|male|0|0.1");
        assertThat(namesBeside()).containsExactly("kapok.duckdb", "results");
    }

    @Test
    void write_emptyFields_areEmptyTextOrNull() throws IOException, SQLException {
        small().store().writeDuckDb(file());

        assertThat(Query.duckDb(file(), "select * from targets"))
                .containsExactly(
                        "resident||2025|2025-12-31|0|null||100.0|99.5|false|a, \"b\"",
                        "resident|A|2025|2025-12-31|65|80|resident|0.1|0.2|true|");
        assertThat(Query.duckDb(
                        file(),
                        "select region_zh, wanted from targets join region_labels using (region) order by wanted"))
                .containsExactly("甲|0.1", "全域|100.0");
    }

    @Test
    void write_declaredTypes_areThoseOfTheColumns() throws IOException, SQLException {
        small().store().writeDuckDb(file());

        assertThat(
                        Query.duckDb(
                                file(),
                                "select column_name, data_type, is_nullable from duckdb_columns() where table_name = 'targets'"))
                .containsExactly(
                        "measure|VARCHAR|false",
                        "region|VARCHAR|false",
                        "year|INTEGER|false",
                        "date|DATE|false",
                        "from_age|INTEGER|false",
                        "to_age|INTEGER|true",
                        "share_of|VARCHAR|false",
                        "wanted|DOUBLE|false",
                        "reached|DOUBLE|false",
                        "met|BOOLEAN|false",
                        "source|VARCHAR|false");
    }

    @Test
    void write_columnsTable_describesEveryColumnOfTheFile() throws IOException, SQLException {
        small().store().writeDuckDb(file());

        assertThat(Query.duckDb(
                        file(),
                        "select table_name, column_index, column_name from duckdb_columns()"
                                + " where not internal order by all"))
                .isEqualTo(Query.duckDb(file(), "select table_name, position, column_name from columns order by all"));
        assertThat(Query.duckDb(
                        file(),
                        "select c.table_name, c.column_name from columns c join duckdb_columns() d using (table_name,"
                                + " column_name) where d.data_type in ('INTEGER', 'BIGINT', 'DOUBLE')"
                                + " and (unit_en = '' or unit_zh = '' or not contains(comment, unit_zh))"))
                .isEmpty();
        assertThat(Query.duckDb(file(), "select comment from duckdb_tables() where comment is null or comment = ''"))
                .isEmpty();
    }

    @Test
    void write_runJson_becomesTables() throws IOException, SQLException {
        small().store().writeDuckDb(file());

        assertThat(Query.duckDb(file(), "select * from run"))
                .containsExactly("small|1.2.3||Small|小||2020-11-01|null|9007199254740993|null");
        assertThat(Query.duckDb(file(), "select * from run_inputs")).containsExactly("small|small/scenario.json|00ff");
        assertThat(Query.duckDb(file(), "select * from run_findings"))
                .containsExactly(
                        "1|assumption|guess|It's a guess, \"so\".|设定|null||null",
                        "2|withheld_departures||||2021|A|0.25");
        assertThat(Query.duckDb(file(), "select item, value from run_details where item like '/i%'"))
                .containsExactly("/identities/a~1b|1.4551915228366852E-11");
    }

    @Test
    void write_keptDraws_areStackedByTheirNumber() throws IOException, SQLException {
        small().withDraws().store().writeDuckDb(file());

        assertThat(Query.duckDb(file(), "select * from draw_population"))
                .containsExactly(
                        "2|2020|A|local|male|10|2.0",
                        "2|2021|B|local|male|0|2.5",
                        "10|2020|A|local|male|10|2.0",
                        "10|2021|B|local|male|0|10.5");
        assertThat(Query.duckDb(
                        file(),
                        "select position, column_name, unit_en from columns where table_name = 'draw_population'"
                                + " and column_name in ('draw', 'persons')"))
                .containsExactly("1|draw|number", "7|persons|persons");
    }

    @Test
    void write_wrongFieldInADraw_namesTheDraw() throws IOException {
        SmallResults results = small().withDraws();
        results.write("draw-2/population.csv", "year,region,status,sex,age,persons\n2021,B,local,male,0,\n");
        results.edit("draw-10/population.csv", "10.5", "x");
        ResultStore store = results.store();

        assertThatThrownBy(() -> store.writeDuckDb(file()))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("draw-2/population.csv, column persons (year 2021, region B,")
                .hasMessageContaining("draw-10/population.csv line 2, column persons: ");
    }

    @Test
    void write_again_replacesTheFile() throws IOException, SQLException {
        SmallResults results = small();
        results.store().writeDuckDb(file());

        results.edit("population.csv", "2021,B,local,male,0,0.1\n", "").store().writeDuckDb(file());

        assertThat(Query.duckDb(file(), "select count(*) from population")).containsExactly("3");
        assertThat(namesBeside()).containsExactly("kapok.duckdb", "results");
    }

    @Test
    void write_namesThatAreNoPlainWords_areTakenAsTheyAre() throws IOException, SQLException {
        Path odd = folder.resolve("a [1] 'x' \"y\" 城市; *");
        SmallResults.in(odd).store().writeDuckDb(odd.resolve("kapok.duckdb"));
        SmallResults.in(odd).store().writeParquet(odd.resolve("parquet"));

        Files.copy(odd.resolve("kapok.duckdb"), file());
        assertThat(Query.duckDb(file(), "select count(*) from population")).containsExactly("4");
        assertThat(odd.resolve("parquet/population.parquet")).exists();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    2020,A,local,male,10,2 | 2020,A,local,male,x,2 | line 4, column age: got a field that cannot be read
                    2020,A,local,male,10,2 | 2020,A,local,male,10 | line 4, column persons: got a field
                    2020,A,local,male,10,2 | 2020,A,local,male,10,2,3 | line 4: got a field
                    2020,A,local,male,10,2 | 2020,A,local,male,10, | column persons (year 2020, region A, status local, sex male, age 10): got no number
                    2020,A,local,male,10,2 | 2020,A,local,male,10,nan | column persons (year 2020, region A, status local, sex male, age 10): got no number
                    2020,A,local,male,10,2 | 2020,A,local,male,9,2 | (year 2020, region A, status local, sex male, age 9): got two rows, expected one
                    2020,A,local,male,10,2 | 2020,A,local,male,1.5,2 | column age (year 2020, region A, status local, sex male, age 2): got no number, text or date that fits
                    """)
    void write_fieldThatDoesNotFit_isNamedAndTheEarlierFileStays(String from, String to, String message)
            throws IOException {
        SmallResults results = small();
        results.store().writeDuckDb(file());
        byte[] before = Files.readAllBytes(file());
        ResultStore store = results.edit("population.csv", from, to).store();

        assertThatThrownBy(() -> store.writeDuckDb(file()))
                .isInstanceOf(InputDataException.class)
                .hasMessageStartingWith("population.csv")
                .hasMessageContaining(message);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(namesBeside()).containsExactly("kapok.duckdb", "results");
    }

    @Test
    void write_severalWrongFields_areNamedAtOnce() throws IOException {
        ResultStore store = small().edit("population.csv", "2021,", "soon,")
                .edit("population.csv", "1e-7", "few")
                .edit("targets.csv", "2025,2025-12-31,65", "2025,31.12.2025,65")
                .store();

        assertThatThrownBy(() -> store.writeDuckDb(file()))
                .isInstanceOf(InputDataException.class)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(3))
                .hasMessageContaining("population.csv line 2, column year: ")
                .hasMessageContaining("population.csv line 5, column persons: ")
                .hasMessageContaining("targets.csv line 3, column date: ");
    }

    @Test
    void write_overSomethingElse_isRefused() throws IOException, SQLException {
        Files.writeString(file(), "my notes");
        ResultStore store = small().store();

        assertThatThrownBy(() -> store.writeDuckDb(file()))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("got a file that is no DuckDB database, expected an earlier store");
        assertThat(file()).hasContent("my notes");

        Path other = folder.resolve("other.duckdb");
        try (Connection mine = DriverManager.getConnection("jdbc:duckdb:" + other);
                Statement statement = mine.createStatement()) {
            statement.execute("create table mine as select 1 as a");
        }
        assertThatThrownBy(() -> store.writeDuckDb(other))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("got a DuckDB database without the tables columns and run");
        assertThat(Query.duckDb(other, "select a from mine")).containsExactly("1");
    }

    @Test
    void write_overADatabaseOfOthers_leavesEvenItsLogAlone() throws IOException, SQLException {
        Path other = folder.resolve("other.duckdb");
        Path log = folder.resolve("other.duckdb.wal");
        try (Connection mine = DriverManager.getConnection("jdbc:duckdb:" + other);
                Statement statement = mine.createStatement()) {
            statement.execute("pragma disable_checkpoint_on_shutdown");
            statement.execute("create table mine as select 1 as a");
        }
        byte[] before = Files.readAllBytes(log);
        ResultStore store = small().store();

        assertThatThrownBy(() -> store.writeDuckDb(other)).isInstanceOf(InputDataException.class);

        assertThat(log).hasBinaryContent(before);
    }

    @Test
    void write_overAnEarlierStore_leavesNoLogOfIt() throws IOException, SQLException {
        ResultStore store = small().store();
        store.writeDuckDb(file());
        try (Connection mine = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = mine.createStatement()) {
            statement.execute("pragma disable_checkpoint_on_shutdown");
            statement.execute("create table mine as select 1 as a");
        }

        store.writeDuckDb(file());

        assertThat(namesBeside()).containsExactly("kapok.duckdb", "results");
        assertThat(Query.duckDb(file(), "select count(*) from duckdb_tables() where table_name = 'mine'"))
                .containsExactly("0");
    }

    @Test
    void write_fileOpenInThisProcess_isLeftAlone() throws IOException, SQLException {
        ResultStore store = small().store();
        store.writeDuckDb(file());

        try (Connection reader = DriverManager.getConnection("jdbc:duckdb:" + file())) {
            assertThatThrownBy(() -> store.writeDuckDb(file()))
                    .isInstanceOf(InputDataException.class)
                    .hasMessageEndingWith(
                            "got a store that is open elsewhere, expected one that is closed; nothing was changed");
            assertThat(Query.rows(reader, "select count(*) from population")).containsExactly("4");
        }
        store.writeDuckDb(file());
    }

    @Test
    void write_fileOpenInAnotherProcess_isLeftAlone() throws IOException, InterruptedException {
        ResultStore store = small().store();
        store.writeDuckDb(file());
        Path open = folder.resolve("open.txt");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        file().toString(),
                        open.toString())
                .inheritIO()
                .start();
        try {
            while (!Files.exists(open)) {
                assertThat(reader.isAlive()).isTrue();
                Thread.sleep(20);
            }

            assertThatThrownBy(() -> store.writeDuckDb(file()))
                    .isInstanceOf(InputDataException.class)
                    .hasMessageEndingWith(
                            "got a store that is open elsewhere, expected one that is closed; nothing was changed");
        } finally {
            reader.destroy();
        }
    }

    /** Keeps a file open until its process is ended. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) throws Exception {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[0])) {
                Files.writeString(Path.of(args[1]), connection.getCatalog());
                Thread.sleep(60_000);
            }
        }
    }
}
