package org.kapok.scenario.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Input that cannot be used, with everything that is wrong in it. The message has one line a problem, the first 50. */
public final class InputDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** More lines than this scroll away unread. */
    static final int PRINTED = 50;

    private static final Comparator<InputProblem> IN_ORDER = Comparator.comparing(InputProblem::file)
            .thenComparing(InputProblem::line)
            .thenComparing(InputProblem::column);

    private final transient List<InputProblem> problems;

    /** For one or more problems. */
    public InputDataException(List<InputProblem> problems) {
        super(print(inOrder(problems), InputProblem::toString, rest -> rest));
        this.problems = inOrder(problems);
    }

    private static List<InputProblem> inOrder(List<InputProblem> problems) {
        return problems.stream().distinct().sorted(IN_ORDER).toList();
    }

    /** All problems, each once, in the order of files, lines and characters, else as found. */
    public List<InputProblem> problems() {
        return problems;
    }

    static String print(
            List<InputProblem> problems, Function<InputProblem, String> said, UnaryOperator<String> saidOfRest) {
        String lines = problems.stream().limit(PRINTED).map(said).collect(Collectors.joining("\n"));
        int rest = problems.size() - PRINTED;
        return rest > 0 ? lines + "\n" + saidOfRest.apply("and " + rest + " more") : lines;
    }
}
