package fr.ondine.platform.publications;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Something that is read of an image. */
@FunctionalInterface
interface ImageReading<T> {

    T of(ImageReader reader) throws IOException;

    /** Reads what the file must have, or refuses it. Its metadata, which may unpack to any size, are passed over. */
    static <T> T from(byte[] content, ImageFormat format, ImageReading<T> reading) {
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            return reading.of(reader);
        } catch (IOException | RuntimeException damaged) { // the decoders throw all kinds at a file that is none
            throw new FileRefused("image-damaged");
        } finally {
            reader.dispose();
        }
    }
}
