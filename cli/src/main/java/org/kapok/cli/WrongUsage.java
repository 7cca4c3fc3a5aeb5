package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line: what was got, what is expected and what was probably meant. */
final class WrongUsage implements IParameterExceptionHandler {
    private final Words words;

    WrongUsage(Words words) {
        this.words = words;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        said(wrong, line).forEach(err::println);
        err.println(words.of("usage.help", line.getCommandSpec().qualifiedName(" ")));
        return Kapok.WRONG_INPUT;
    }

    private List<String> said(ParameterException wrong, CommandLine line) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return List.of(unmatched(unmatched.getUnmatched().get(0), line));
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing.getMissing().stream().map(this::missing).toList();
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            return List.of(words.of("usage.value", name(argument), wrong.getValue(), kind(argument))
                    + words.meant(wrong.getValue(), names(type(argument))));
        }
        return List.of(words.of("usage.other", words.said(String.valueOf(wrong.getMessage()))));
    }

    private String unmatched(String got, CommandLine line) {
        boolean option = got.startsWith("-");
        boolean command = !option && !line.getSubcommands().isEmpty();
        List<String> all = new ArrayList<>();
        if (option) {
            line.getCommandSpec().options().forEach(each -> all.addAll(List.of(each.names())));
        } else if (command) {
            all.addAll(line.getSubcommands().keySet());
        }
        return words.of(option ? "usage.option" : command ? "usage.command" : "usage.extra", got)
                + words.meant(got.replaceFirst("=.*", ""), all);
    }

    private String missing(ArgSpec argument) {
        String[] description = argument.description();
        return words.of("usage.missing", name(argument), description.length == 0 ? "" : description[0]);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** What a value must be. */
    private String kind(ArgSpec argument) {
        Class<?> type = type(argument);
        if (type.isEnum()) {
            return words.of("usage.one_of", String.join(", ", names(type)));
        }
        boolean whole =
                List.of(int.class, Integer.class, long.class, Long.class).contains(type);
        boolean number = whole || type == double.class || type == Double.class;
        return number ? words.of(whole ? "usage.whole" : "usage.number") : argument.paramLabel();
    }

    private static Class<?> type(ArgSpec argument) {
        return argument.typeInfo().isCollection()
                ? argument.typeInfo().getAuxiliaryTypes()[0]
                : argument.typeInfo().getType();
    }

    /** The values of an enum; none of another type. */
    private static List<String> names(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList()
                : List.of();
    }
}
