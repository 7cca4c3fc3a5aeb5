package org.kapok.report.picture;

import java.awt.Color;
import java.util.List;

/**
 * The colours of pictures, told apart with any kind of colour vision.
 *
 * @see "Okabe and Ito (2008), Color Universal Design; Brewer (2003), ColorBrewer (Blues, PuOr), for the ramps' ends"
 */
final class Palette {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x222222);
    static final Color SOFT = new Color(0x5F6368);
    static final Color GRID = new Color(0xDDDDDD);
    static final Color MISSING = new Color(0xEEEEEE);
    static final Color MALE = new Color(0x0072B2);
    static final Color FEMALE = new Color(0xC75000);

    /** How many series have a colour of their own. */
    static final int SERIES = 6;

    private static final List<Color> LINES = List.of(
            new Color(0x0072B2),
            new Color(0xC75000),
            new Color(0x00805E),
            new Color(0x8F4A7A),
            new Color(0xA87300),
            new Color(0x3D3D3D));

    private static final List<Color> RISING = List.of(
            new Color(0xEAF2F8), new Color(0xBDD7E7), new Color(0x6BAED6), new Color(0x2C7FB8), new Color(0x08407C));

    /** What there is too little of. */
    private static final List<Color> SHORT =
            List.of(new Color(0xFFF4E8), new Color(0xFDCF9C), new Color(0xF19A4B), new Color(0xC75000));

    /** What there is too much of. */
    private static final List<Color> OVER = List.of(new Color(0xEFF4FA), new Color(0xB9CDE3), new Color(0x7FA6CE));

    private Palette() {}

    /** The colour of the series at a position; they repeat after six. */
    static Color series(int position) {
        return LINES.get(position % SERIES);
    }

    /** From little, at 0, to much, at 1. */
    static Color rising(double share) {
        return between(RISING, share);
    }

    /** How much is missing, from nothing at 0 to everything at 1. */
    static Color missing(double share) {
        return between(SHORT, share);
    }

    /** How much is over, from nothing at 0 to as much again at 1. */
    static Color over(double share) {
        return between(OVER, share);
    }

    /** A colour that much nearer to white. */
    static Color lighter(Color color, double share) {
        return between(List.of(color, PAPER), share);
    }

    /** Ink or paper, whichever reads better on a colour. */
    static Color on(Color ground) {
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 140 ? INK : PAPER;
    }

    private static Color between(List<Color> ramp, double share) {
        double place = Math.max(0, Math.min(1, share)) * (ramp.size() - 1);
        int below = Math.min((int) place, ramp.size() - 2);
        double part = place - below;
        Color from = ramp.get(below);
        Color to = ramp.get(below + 1);
        return new Color(
                mix(from.getRed(), to.getRed(), part),
                mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }
}
