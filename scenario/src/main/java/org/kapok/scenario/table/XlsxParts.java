package org.kapok.scenario.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML of a workbook, looked through with the parser that reads it later: no document type, no cells or texts beyond
 * what a workbook can have, and which cells are merged, which the reader does not tell.
 */
final class XlsxParts {
    private static final int ROWS = 1 << 20;
    private static final int COLUMNS = 1 << 14;
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final String RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** The roots of the files that are read. */
    private static final Set<String> READ =
            Set.of("Types", "Relationships", "workbook", "sst", "styleSheet", "worksheet");

    private final XMLInputFactory parsers = new InputFactoryImpl();
    private final Map<String, String> sheets = new HashMap<>(); // relationship by sheet
    private final Map<String, String> targets = new HashMap<>(); // file by file and relationship
    private final Map<String, List<String>> merged = new HashMap<>(); // by file
    private String workbook = "";
    private boolean styles;
    private int texts;
    private int lastText = -1;

    XlsxParts() {
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    }

    /** The merged cells of a sheet, such as {@code B2:B5}. */
    List<String> merged(String sheet) {
        String file = targets.getOrDefault(workbook + " " + sheets.get(sheet), "");
        return merged.getOrDefault(file, List.of());
    }

    /** Whether there are formats of cells. */
    boolean hasStyles() {
        return styles;
    }

    /** Looks through one file; {@code file} in lower case, as names are alike whatever their case. */
    void look(String file, InputStream bytes) throws XMLStreamException, IOException {
        XMLStreamReader xml = parsers.createXMLStreamReader(bytes);
        String root = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XlsxRefusal("a workbook with a document type in " + file, "none");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = root.isEmpty() ? xml.getLocalName() : root;
                if (!READ.contains(root)) {
                    return;
                }
                look(file, root, xml);
            }
        }
    }

    private void look(String file, String root, XMLStreamReader xml) throws XMLStreamException, IOException {
        switch (root + " " + xml.getLocalName()) {
            case "workbook workbook" -> workbook = file;
            case "workbook sheet" -> addSheet(xml);
            case "Relationships Relationship" -> addTarget(file, xml);
            case "styleSheet styleSheet" -> styles = true;
            case "sst si" -> texts++;
            case "worksheet c" -> lookAtCell(xml);
            case "worksheet mergeCell" ->
                merged.computeIfAbsent(file, key -> new ArrayList<>()).add(xml.getAttributeValue(null, "ref"));
            default -> {
                return;
            }
        }
    }

    private void addSheet(XMLStreamReader xml) throws XlsxRefusal {
        String id = xml.getAttributeValue(RELATIONSHIP, "id");
        if (id == null) {
            throw new XlsxRefusal("a workbook saved as Strict Open XML", "one saved as Excel Workbook (.xlsx)");
        }
        sheets.put(xml.getAttributeValue(null, "name"), id);
    }

    /** The relationships of {@code xl/workbook.xml} are in {@code xl/_rels/workbook.xml.rels}, seen from {@code xl/}. */
    private void addTarget(String file, XMLStreamReader xml) {
        String of = file.replaceFirst("_rels/([^/]+)\\.rels$", "$1");
        String target = String.valueOf(xml.getAttributeValue(null, "Target")).toLowerCase(Locale.ROOT);
        String whole = target.startsWith("/") ? target.substring(1) : of.substring(0, of.lastIndexOf('/') + 1) + target;
        targets.put(of + " " + xml.getAttributeValue(null, "Id"), whole);
    }

    private void lookAtCell(XMLStreamReader xml) throws XMLStreamException, IOException {
        String name = xml.getAttributeValue(null, "r");
        if (name != null && !isCell(name)) {
            throw new XlsxRefusal("a workbook with a cell named " + name, "cells from A1 to XFD1048576");
        }
        if (!"s".equals(xml.getAttributeValue(null, "t"))) {
            return;
        }
        for (int event = xml.next();
                !(event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")); ) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
                String text = xml.getElementText();
                if (!text.matches("[0-9]{1,9}")) {
                    throw XlsxRefusal.damaged("cell " + name + " has no number of a text");
                }
                lastText = Math.max(lastText, Integer.parseInt(text));
            }
            event = xml.next();
        }
    }

    private static boolean isCell(String name) {
        Matcher parts = CELL.matcher(name);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > ROWS) {
            return false;
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = 26 * column + letter - 'A' + 1;
        }
        return column <= COLUMNS;
    }

    /** Refuses what has no workbook in it, or cells with texts that it does not have. */
    void requireWhole() throws XlsxRefusal {
        if (workbook.isEmpty()) {
            throw new XlsxRefusal("a zip file without a workbook", "an Excel workbook (.xlsx)");
        }
        if (lastText >= texts) {
            throw XlsxRefusal.damaged("a cell has text " + lastText + " of " + texts);
        }
    }
}
