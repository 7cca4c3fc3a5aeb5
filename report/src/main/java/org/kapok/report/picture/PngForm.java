package org.kapok.report.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A drawing as PNG. */
final class PngForm {
    private static final double UNITS_PER_METRE = 96 / 0.0254;

    private PngForm() {}

    /** The bytes of a file, with so many pixels per unit. */
    static byte[] of(Drawing drawing, double density) {
        BufferedImage image = image(drawing, density);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata about = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            about.mergeTree("javax_imageio_png_1.0", resolution(density));
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, about));
        } catch (IIOInvalidTreeException e) {
            throw new IllegalStateException("the PNG writer of this Java takes no resolution", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** So that a page layout gives the picture its size on paper. */
    private static IIOMetadataNode resolution(double density) {
        String pixels = Long.toString(Math.round(UNITS_PER_METRE * density));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", pixels);
        physical.setAttribute("pixelsPerUnitYAxis", pixels);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(physical);
        return root;
    }

    private static BufferedImage image(Drawing drawing, double density) {
        int width = (int) Math.round(drawing.width() * density);
        int height = (int) Math.round(drawing.height() * density);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.scale(density, density);
        for (Mark mark : drawing.marks()) {
            if (mark instanceof Mark.Figure figure) {
                draw(figure, graphics);
            } else if (mark instanceof Mark.Label label) {
                draw(label, drawing.typeface(), graphics);
            }
        }
        graphics.dispose();
        return image;
    }

    private static void draw(Mark.Figure figure, Graphics2D graphics) {
        figure.fill().ifPresent(color -> {
            graphics.setColor(color);
            graphics.fill(figure.shape());
        });
        figure.line().ifPresent(line -> {
            graphics.setColor(line.color());
            graphics.setStroke(stroke(line));
            graphics.draw(figure.shape());
        });
    }

    private static BasicStroke stroke(Mark.Line line) {
        float[] dash = line.dash() > 0 ? new float[] {(float) line.dash()} : null;
        return new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static void draw(Mark.Label label, Typeface typeface, Graphics2D graphics) {
        Shape outline = typeface.outline(label);
        if (label.type().halo()) {
            graphics.setColor(Palette.PAPER);
            graphics.setStroke(stroke(Mark.Line.of(Palette.PAPER, SvgForm.HALO)));
            graphics.draw(outline);
        }
        graphics.setColor(label.type().color());
        graphics.fill(outline);
    }
}
