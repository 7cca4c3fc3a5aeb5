package org.kapok.report.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A font that text is set in.
 *
 * @param font of one unit, regular
 * @param bundled whether it is the one that comes with the library, which a viewer of the picture need not have
 */
record Typeface(Font font, boolean bundled) {
    private static final FontRenderContext FINE = new FontRenderContext(null, true, true);

    private static final List<String> LATIN = List.of(
            "Noto Sans",
            "Source Sans 3",
            "Segoe UI",
            "Helvetica Neue",
            "Arial",
            "Liberation Sans",
            "Noto Sans CJK SC",
            "DejaVu Sans",
            Font.SANS_SERIF);

    private static final List<String> CHINESE = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "PingFang SC",
            "Hiragino Sans GB",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "SimHei",
            "SimSun",
            Font.SANS_SERIF);

    /** Where scripts begin that Latin fonts do not have. */
    private static final int EAST_ASIAN = 0x2E80;

    /**
     * The families that this machine has.
     *
     * @throws IllegalStateException on a machine without any, where Java cannot even use a font of its own
     */
    static Set<String> installed() {
        try {
            return new TreeSet<>(List.of(
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ENGLISH)));
        } catch (InternalError | RuntimeException e) { // what Java throws depends on its version
            throw new IllegalStateException(
                    "pictures need one font of any kind, without which Java sets no text; got none on this machine:"
                            + " install one, such as Debian's packages fontconfig and fonts-dejavu-core",
                    e);
        }
    }

    /**
     * The first font that has every character of a text: one of the usual families for its script, else the bundled one,
     * else any.
     *
     * @param installed the families to choose from
     */
    static Optional<Typeface> covering(String text, Set<String> installed) {
        Set<String> usual = new LinkedHashSet<>(preferred(text));
        Stream<Typeface> first = usual.stream().filter(installed::contains).map(Typeface::ofFamily);
        Stream<Typeface> others =
                installed.stream().filter(family -> !usual.contains(family)).map(Typeface::ofFamily);
        return Stream.of(first, Stream.of(Bundled.FACE), others)
                .flatMap(faces -> faces)
                .filter(face -> face.font.canDisplayUpTo(text) < 0)
                .findFirst();
    }

    /** The bundled font, which has the Latin script and the Chinese characters of the library's own words. */
    static Typeface ofLibrary() {
        return Bundled.FACE;
    }

    /** What to say where no font has all of a text. */
    String lack(String text) {
        String missing = text.codePoints()
                .filter(c -> !font.canDisplay(c))
                .distinct()
                .limit(10)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "no font of this machine has all characters of the picture, the bundled one lacks " + missing
                + ": names that need them are replaced; install a font such as Noto Sans CJK SC";
    }

    private static Typeface ofFamily(String family) {
        return new Typeface(new Font(family, Font.PLAIN, 1), false);
    }

    private static List<String> preferred(String text) {
        return text.chars().allMatch(c -> c < EAST_ASIAN) ? LATIN : CHINESE;
    }

    /** This family and others like it, for viewers that do not have it. */
    String families(String text) {
        Set<String> names = new LinkedHashSet<>();
        names.add(font.getFamily(Locale.ENGLISH));
        names.addAll(preferred(text));
        names.remove(Font.SANS_SERIF);
        StringBuilder list = new StringBuilder();
        names.forEach(name -> list.append('\'').append(name).append("', "));
        return list.append("sans-serif").toString();
    }

    /** How wide a text is. */
    double width(String text, Mark.Type type) {
        return sized(type).getStringBounds(text, FINE).getWidth();
    }

    /** The font in the size and weight of a type. */
    Font sized(Mark.Type type) {
        return font.deriveFont(type.style(), (float) type.size());
    }

    /** What text looks like, as shapes. */
    Shape outline(Mark.Label label) {
        double x = label.x() - label.anchor().share * width(label.text(), label.type());
        return sized(label.type()).createGlyphVector(FINE, label.text()).getOutline((float) x, (float) label.y());
    }

    /** The bundled font, read when it is first needed. */
    private static final class Bundled {
        private static final Typeface FACE = new Typeface(read(), true);

        private static Font read() {
            try (InputStream file =
                    Objects.requireNonNull(Typeface.class.getResourceAsStream("KapokHan-Regular.otf"))) {
                return Font.createFont(Font.TRUETYPE_FONT, file);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the bundled font cannot be read", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
