package org.kapok.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How the help of every command is laid out: what it does, how it is called, its options, examples, exit codes. Options
 * that every command has are told by {@code kapok --help}, and named in one line elsewhere.
 */
final class HelpPage {
    private static final String EXIT_CODES = "exitCodes";
    private static final String NEW_LINE = System.lineSeparator();

    /** Commands by what they are for, in the order in which a newcomer needs them; the last takes all that is left. */
    private static final List<Group> GROUPS = List.of(
            new Group("start", List.of("run", "init", "validate", "explain")),
            new Group("ask", List.of("scorecard", "compare", "solve", "ensemble", "site", "impact", "evaluate")),
            new Group("show", List.of("report", "picture", "export")),
            new Group("data", List.of("import", "estimate")),
            new Group("java", List.of("script", "jshell")),
            new Group("shell", List.of()));

    private record Group(String name, List<String> commands) {}

    /** No help is broader, so that it can be read, nor narrower, so that it can be laid out. */
    private static final int MOST = 80;

    private static final int LEAST = 55;
    private static final int SUMMARY = 14; // where what a command does begins
    private static final int REMARK = 6; // where what an example does begins, below it

    private final Words words;
    private final int width;

    private HelpPage(Words words, int width) {
        this.words = words;
        this.width = width;
    }

    /** Lays out the help of a command and of all its subcommands for a screen of so many columns. */
    static void layOut(CommandLine line, Words words, int columns) {
        int width = Math.max(LEAST, Math.min(MOST, columns));
        line.setUsageHelpWidth(width);
        words.help().ifPresent(line::setResourceBundle);
        line.setColorScheme(Help.defaultColorScheme(Ansi.ON)); // colours are taken out where there is no terminal
        new HelpPage(words, width).layOut(line);
    }

    private void layOut(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.abbreviateSynopsis(true);
        usage.sortOptions(false);
        usage.synopsisHeading("%n" + Style.STRONG.of(words.of("help.usage")) + " ");
        usage.descriptionHeading(usage.description().length == 0 ? "" : "%n");
        usage.parameterListHeading("%n");
        usage.footerHeading(usage.footer().length == 0 ? "" : "%n" + Style.STRONG.of(words.of("help.examples")) + "%n");
        Map<String, IHelpSectionRenderer> sections = line.getHelpSectionMap();
        sections.put(SECTION_KEY_OPTION_LIST, this::options);
        sections.put(SECTION_KEY_COMMAND_LIST, this::commands);
        sections.put(SECTION_KEY_FOOTER, this::examples);
        sections.put(EXIT_CODES, this::exitCodes);
        line.setHelpSectionKeys(List.of(
                SECTION_KEY_HEADER,
                SECTION_KEY_SYNOPSIS_HEADING,
                SECTION_KEY_SYNOPSIS,
                SECTION_KEY_DESCRIPTION_HEADING,
                SECTION_KEY_DESCRIPTION,
                SECTION_KEY_COMMAND_LIST,
                SECTION_KEY_PARAMETER_LIST_HEADING,
                SECTION_KEY_PARAMETER_LIST,
                SECTION_KEY_OPTION_LIST,
                SECTION_KEY_FOOTER_HEADING,
                SECTION_KEY_FOOTER,
                EXIT_CODES));
        line.getSubcommands().values().forEach(this::layOut);
    }

    private String options(Help help) {
        boolean top = isTop(help);
        List<OptionSpec> shown = help.commandSpec().options().stream()
                .filter(option -> top || !option.inherited())
                .toList();
        String list = help.optionListExcludingGroups(shown);
        return top ? heading("options") + list : list + NEW_LINE + folded(words.of("help.everywhere"), 0);
    }

    private String commands(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        if (left.isEmpty()) {
            return "";
        }
        if (!isTop(help)) {
            return heading("commands") + help.commandList(left);
        }
        StringBuilder list = new StringBuilder();
        for (Group group : GROUPS) {
            List<String> names = new ArrayList<>(group.commands.isEmpty() ? left.keySet() : group.commands);
            names.retainAll(left.keySet());
            if (!names.isEmpty()) {
                list.append(heading(group.name));
                names.forEach(name -> list.append(summary(name, left.remove(name))));
            }
        }
        return list.toString();
    }

    private String summary(String name, Help help) {
        String text = String.format(help.commandSpec().usageMessage().header()[0]);
        String column = "  " + Style.STRONG.of(name) + " ".repeat(Math.max(1, SUMMARY - 2 - name.length()));
        return column + folded(text, SUMMARY).stripLeading();
    }

    /** Examples as they are; where one is too long, what it does stands below. */
    private String examples(Help help) {
        StringBuilder examples = new StringBuilder();
        for (String stated : help.commandSpec().usageMessage().footer()) {
            String example = String.format(stated);
            String[] parts = example.strip().split(" {2,}", 2);
            if (TextTable.width(example) <= width) {
                examples.append(example).append(NEW_LINE);
            } else {
                boolean goesOn = example.startsWith(" ".repeat(REMARK)); // with what the line before does
                examples.append(folded(parts[0], goesOn ? REMARK : 2));
                examples.append(parts.length > 1 ? folded(parts[1], REMARK) : "");
            }
        }
        return examples.toString();
    }

    private String exitCodes(Help help) {
        return NEW_LINE
                + folded(
                        words.of("help.exit", words.failureOf(help.commandSpec().name())), 0);
    }

    /** A text in lines that fit, each after so many blanks. */
    private String folded(String text, int blanks) {
        return Paragraph.lines(text, width - blanks).stream()
                .map(line -> " ".repeat(blanks) + line + NEW_LINE)
                .collect(Collectors.joining());
    }

    private String heading(String key) {
        return NEW_LINE + Style.STRONG.of(words.of("help." + key)) + NEW_LINE;
    }

    private static boolean isTop(Help help) {
        return help.commandSpec().parent() == null;
    }
}
