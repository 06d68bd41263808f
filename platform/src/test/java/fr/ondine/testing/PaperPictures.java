package fr.ondine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Papers and pictures of their pages, for whoever wants to look at them; those in {@code docs/documents} come from here. */
public final class PaperPictures {

    private static final Path FOLDER = Path.of("target", "papers");
    private static final int DPI = 90;

    private PaperPictures() {}

    public static void keep(String name, byte[] pdf) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                var picture = FOLDER.resolve(name + "-" + (page + 1) + ".png");
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page, DPI), "png", picture.toFile());
            }
        }
    }
}
