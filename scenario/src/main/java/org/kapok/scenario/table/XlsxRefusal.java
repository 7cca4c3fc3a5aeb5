package org.kapok.scenario.table;

import java.io.IOException;

/** Why a workbook is not read, in the words of a problem. */
final class XlsxRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    XlsxRefusal(String got, String expected) {
        super("got " + got + ", expected " + expected);
    }

    static XlsxRefusal damaged(String what) {
        return new XlsxRefusal("a damaged workbook (" + what + ")", "one that Excel opens");
    }
}
