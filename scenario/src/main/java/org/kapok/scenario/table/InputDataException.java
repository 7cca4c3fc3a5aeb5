package org.kapok.scenario.table;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used, with everything that is wrong in it. The message has one line a problem, the first 50. */
public final class InputDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** More lines than this scroll away unread. */
    private static final int PRINTED = 50;

    private final transient List<InputProblem> problems;

    /** For one or more problems. */
    public InputDataException(List<InputProblem> problems) {
        super(print(problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order found. */
    public List<InputProblem> problems() {
        return problems;
    }

    private static String print(List<InputProblem> problems) {
        String lines =
                problems.stream().limit(PRINTED).map(InputProblem::toString).collect(Collectors.joining("\n"));
        int rest = problems.size() - PRINTED;
        return rest > 0 ? lines + "\nand " + rest + " more" : lines;
    }
}
