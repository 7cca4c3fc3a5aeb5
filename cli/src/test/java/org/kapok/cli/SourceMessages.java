package org.kapok.cli;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Messages as they stand in the sources: texts put together of literals and of what is known only when they are said. */
final class SourceMessages {
    /** What is put in place of an expression. */
    static final char BLANK = '\0';

    /** Methods whose last argument is a message, or a part of one, such as what is expected or in which unit. */
    private static final Set<String> METHODS = Set.of(
            "report",
            "reportName",
            "add",
            "addCell",
            "isKind",
            "atLeast",
            "any",
            "damaged",
            "refused",
            "said",
            "entry",
            "orElse",
            "check");

    /** Types whose constructors do. */
    private static final Set<String> TYPES = Set.of("InputProblem", "XlsxRefusal", "Range", "Step");

    /**
     * A message in a source.
     *
     * @param where the file and line
     * @param text the message, {@link #BLANK} where an expression is
     */
    record Message(String where, String text) {}

    private SourceMessages() {}

    /** The messages under some source folders. */
    static List<Message> of(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(path -> path.toString().endsWith(".java")
                                && !path.toString().endsWith("-info.java"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Message> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Finder(unit, positions, found), false);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    /** Goes through a file; the argument is whether a text here is a message whatever it says. */
    private static final class Finder extends TreeScanner<Void, Boolean> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Message> found;

        Finder(CompilationUnitTree unit, SourcePositions positions, List<Message> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitNewClass(NewClassTree created, Boolean message) {
            String type = created.getIdentifier().toString();
            scan(created.getArguments(), type.endsWith("Exception") || TYPES.contains(type));
            scan(created.getClassBody(), false);
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Boolean message) {
            String select = call.getMethodSelect().toString();
            scan(call.getMethodSelect(), false);
            String name = select.substring(select.lastIndexOf('.') + 1);
            if (name.equals("compile")) {
                return null; // a pattern
            }
            for (ExpressionTree argument : call.getArguments()) {
                boolean last =
                        argument == call.getArguments().get(call.getArguments().size() - 1);
                scan(argument, last && METHODS.contains(name));
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Boolean message) {
            if (binary.getKind() == Tree.Kind.PLUS
                    && texts(binary).get(0).chars().anyMatch(c -> c != BLANK)) {
                add(binary, message);
                scanBlanks(binary);
                return null;
            }
            return super.visitBinary(binary, message);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Boolean message) {
            if (literal.getValue() instanceof String) {
                add(literal, message);
            }
            return null;
        }

        /** What stands in a blank may be a part of a message. */
        private void scanBlanks(Tree part) {
            if (part instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
                scanBlanks(binary.getLeftOperand());
                scanBlanks(binary.getRightOperand());
            } else if (part instanceof ParenthesizedTree inner) {
                scanBlanks(inner.getExpression());
            } else if (!(part instanceof LiteralTree) && !isChoice(part)) {
                scan(part, false);
            }
        }

        private void add(ExpressionTree text, boolean message) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, text));
            String where = Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line;
            for (String each : texts(text)) {
                if (each.startsWith("got ")
                        || each.contains(": got ")
                        || message && each.strip().contains(" ")) {
                    found.add(new Message(where, each));
                }
            }
        }

        /** Every text that an expression may be; a choice between literals makes more than one. */
        private static List<String> texts(Tree expression) {
            if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                return List.of(text);
            }
            if (expression instanceof ParenthesizedTree inner) {
                return texts(inner.getExpression());
            }
            if (isChoice(expression)) {
                ConditionalExpressionTree choice = (ConditionalExpressionTree) expression;
                List<String> both = new ArrayList<>(texts(choice.getTrueExpression()));
                both.addAll(texts(choice.getFalseExpression()));
                return both;
            }
            if (expression instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
                List<String> joined = new ArrayList<>();
                for (String left : texts(binary.getLeftOperand())) {
                    texts(binary.getRightOperand()).forEach(right -> joined.add(left + right));
                }
                return joined;
            }
            return List.of(String.valueOf(BLANK));
        }

        private static boolean isChoice(Tree expression) {
            Tree inner = expression instanceof ParenthesizedTree wrapped ? wrapped.getExpression() : expression;
            return inner instanceof ConditionalExpressionTree choice
                    && (hasText(choice.getTrueExpression()) || hasText(choice.getFalseExpression()));
        }

        private static boolean hasText(Tree expression) {
            return texts(expression).stream().anyMatch(text -> !text.equals(String.valueOf(BLANK)));
        }
    }
}
