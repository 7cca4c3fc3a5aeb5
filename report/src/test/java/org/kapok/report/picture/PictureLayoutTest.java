package org.kapok.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every picture in both languages and in several sizes. */
class PictureLayoutTest {
    private static Map<String, Picture> all;

    @BeforeAll
    static void run() {
        all = Gallery.of().pictures();
    }

    static Stream<Arguments> forms() {
        return all.keySet().stream()
                .flatMap(name -> Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                        .flatMap(locale -> Stream.of(List.of(960, 640), List.of(600, 400), List.of(1400, 700))
                                .map(size -> Arguments.of(name, locale, size.get(0), size.get(1)))));
    }

    static Stream<Arguments> languages() {
        return forms().filter(form -> form.get()[2].equals(960));
    }

    private static Picture picture(String name, Locale locale, int width, int height) {
        return all.get(name).in(locale).size(width, height);
    }

    @ParameterizedTest(name = "{0}, {1}, {2} x {3}")
    @MethodSource("forms")
    void layout_anySize_keepsLabelsApartAndOnThePage(String name, Locale locale, int width, int height) {
        Drawing drawing = picture(name, locale, width, height).lay().drawing();

        assertThat(Layouts.collisions(drawing)).isEmpty();
        assertThat(Layouts.outside(drawing)).isEmpty();
        assertThat(drawing.labels()).hasSizeGreaterThan(12);
    }

    @ParameterizedTest(name = "{0}, {1}, {2} x {3}")
    @MethodSource("languages")
    void png_anyPicture_hasItsSizeAndIsNotBlank(String name, Locale locale, int width, int height) throws IOException {
        byte[] png = picture(name, locale, width, height).density(1.5).toPng();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(width * 3 / 2);
        assertThat(image.getHeight()).isEqualTo(height * 3 / 2);
        Set<Integer> colors = new HashSet<>();
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y));
                ink += image.getRGB(x, y) == 0xFFFFFFFF ? 0 : 1;
            }
        }
        assertThat(colors).hasSizeGreaterThan(20);
        assertThat(ink)
                .isBetween(image.getWidth() * image.getHeight() / 60, image.getWidth() * image.getHeight() / 10 * 9);
    }

    @ParameterizedTest(name = "{0}, {1}, {2} x {3}")
    @MethodSource("languages")
    void svg_anyPicture_isXmlWithTheSameLabels(String name, Locale locale, int width, int height) throws Exception {
        Picture picture = picture(name, locale, width, height);

        String svg = picture.toSvg();

        Drawing drawing = picture.lay().drawing();
        NodeList texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName(drawing.typeface().bundled() ? "path" : "text");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            org.w3c.dom.Element text = (org.w3c.dom.Element) texts.item(i);
            if (!drawing.typeface().bundled() || text.hasAttribute("aria-label")) {
                found.add(drawing.typeface().bundled() ? text.getAttribute("aria-label") : text.getTextContent());
            }
        }
        assertThat(found)
                .isEqualTo(drawing.labels().stream().map(Mark.Label::text).toList());
        assertThat(svg).startsWith("<svg ").contains("<title>" + drawing.title() + "</title>");
    }
}
