package fr.ondine.platform.publications;

import fr.ondine.tenantconfig.Logo;
import java.util.Base64;

/** An image as it is found to be by its content, whatever its name or its sender says. */
public record LogoImage(String mediaType, byte[] bytes, int width, int height) {

    /** Three hundred kilobytes: each visitor loads it. */
    public static final int MOST_BYTES = 300_000;

    /** The image of a file that was taken in. */
    static LogoImage of(byte[] content) {
        return of(content, format(content));
    }

    /** The same of a file from outside, which is refused unless it is whole, light and not too large to be unpacked. */
    static LogoImage checked(byte[] content) {
        refuseUnless(content.length <= MOST_BYTES, "logo-too-heavy");
        var format = format(content);
        var image = of(content, format);
        refuseUnless(Math.max(image.width, image.height) <= Logo.MOST_PIXELS, "logo-too-large");
        refuseUnless(format.isWhole(content) && format.isSoonRead(content), "image-damaged");
        ImageReading.from(content, format, reader -> reader.read(0));
        return image;
    }

    /** Whether a configuration says of it what it is. */
    boolean measures(Logo named) {
        return named.width() == width && named.height() == height;
    }

    /** Its content as an address, for where nothing is loaded. */
    public String inline() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static ImageFormat format(byte[] content) {
        return ImageFormat.of(content).orElseThrow(() -> new FileRefused("not-an-image"));
    }

    private static LogoImage of(byte[] content, ImageFormat format) {
        return ImageReading.from(
                content,
                format,
                reader -> new LogoImage(format.mediaType(), content, reader.getWidth(0), reader.getHeight(0)));
    }

    private static void refuseUnless(boolean holds, String reason) {
        if (!holds) {
            throw new FileRefused(reason, MOST_BYTES / 1000, Logo.MOST_PIXELS);
        }
    }
}
