package fr.ondine.testing;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Images as a utility would upload for its logo: rings on nothing, or on white. */
public final class Images {

    private Images() {}

    public static byte[] png(int width, int height) {
        return written("png", drawn(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), false));
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpg", drawn(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), true));
    }

    public static byte[] gif(int width, int height) {
        return written("gif", drawn(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), true));
    }

    private static BufferedImage drawn(BufferedImage image, boolean onWhite) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (onWhite) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        for (var ring = 0; ring < 3; ring++) {
            pen.setColor(ring == 1 ? Color.WHITE : new Color(0x12, 0x4e, 0x78));
            var x = ring * image.getWidth() / 6.0;
            var y = ring * image.getHeight() / 6.0;
            pen.fill(new Ellipse2D.Double(x, y, image.getWidth() - 2 * x, image.getHeight() - 2 * y));
        }
        pen.dispose();
        return image;
    }

    private static byte[] written(String format, BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
